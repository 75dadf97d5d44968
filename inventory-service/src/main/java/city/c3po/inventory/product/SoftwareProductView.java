package city.c3po.inventory.product;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product as callers see it. */
@Schema(name = "SoftwareProduct", description = "A software product: publisher, product, edition and version.")
public record SoftwareProductView(
        UUID id,
        String href,

        @Schema(description = "As people say it.", examples = "Canonical Ubuntu Server LTS 22.04.5")
        String label,

        String publisher,
        String product,
        @Nullable String edition,
        @Nullable String version,
        @Nullable String purl,
        @Nullable String cpe,
        @Nullable String lifecycle,
        @Nullable String cycle,
        boolean sampleData,
        String createdBy,
        Instant createdAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<SoftwareProductAction> allowedActions)
        implements Representation {

    static SoftwareProductView of(SoftwareProduct one, @Nullable Actor reader) {
        var said = one.said();
        return new SoftwareProductView(
                one.id(),
                one.href(),
                said.label(),
                said.publisher(),
                said.product(),
                said.edition(),
                said.version(),
                said.purl(),
                said.cpe(),
                said.lifecycle(),
                said.cycle(),
                one.sampleData(),
                one.createdBy(),
                one.createdAt(),
                reader == null ? null : one.allowedActions(reader));
    }
}
