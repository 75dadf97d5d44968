package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A vendor as callers see it. */
@Schema(name = "Vendor", description = "A company the city buys from.")
public record VendorView(
        @Schema(description = "The city vendor number.", examples = "V-1001")
        String number,

        String name,

        @Schema(description = "Names that department systems have for it.")
        List<ExternalRef> externalRefs,

        @Schema(description = "The department system that said it last; null when a policy admin did.") @Nullable String source,

        boolean sampleData,
        Instant recordedAt,
        String href,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ReferenceAction> allowedActions)
        implements Representation {

    static VendorView of(Vendor vendor, @Nullable Actor reader) {
        var said = vendor.present();
        return new VendorView(
                vendor.id(),
                said.name(),
                said.externalRefs(),
                said.source(),
                Boolean.TRUE.equals(said.sampleData()),
                vendor.recordedAt(),
                vendor.href(),
                reader == null ? null : vendor.allowedActions(reader));
    }
}
