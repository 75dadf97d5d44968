package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A vendor as callers see it. */
@Schema(name = "Vendor", description = "A company the city buys from.")
public record VendorView(
        @Schema(examples = "V-1001") String number,
        @JsonUnwrapped Vendor.Entry said,
        Instant recordedAt,
        String href,
        @Derived @Schema(description = "What you may do now.") @Nullable Set<ReferenceAction> allowedActions)
        implements Representation {

    static VendorView of(Vendor vendor, @Nullable Actor reader) {
        return new VendorView(
                vendor.id(),
                vendor.said(),
                vendor.recordedAt(),
                vendor.href(),
                reader == null ? null : vendor.allowedActions(reader));
    }
}
