package city.c3po.inventory.licence;

import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A position as callers see it. The measurement builds the same in SQL: {@code licence_position_state}. */
@Schema(name = "LicencePosition", description = "What the city, or a department, stands at with a product by a metric.")
public record LicencePositionView(
        UUID id,
        String href,
        Reference product,
        Metric metric,

        @Schema(description = "Null for the city as a whole.") @Nullable String department,

        PositionStatus status,

        @Schema(description = "Since when it is so.") Instant since,

        @JsonUnwrapped Standing standing)
        implements Representation {

    static LicencePositionView of(LicencePosition one) {
        var product = one.product().toString();
        return new LicencePositionView(
                one.id(),
                one.href(),
                new Reference("softwareProduct", product, null, "/v1/software-products/" + product),
                one.metric(),
                one.department(),
                one.status(),
                one.since(),
                one.standing());
    }
}
