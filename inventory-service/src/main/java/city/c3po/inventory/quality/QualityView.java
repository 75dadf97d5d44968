package city.c3po.inventory.quality;

import city.c3po.platform.web.Representation;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A measure as callers see it. The measurement builds the same in SQL: {@code quality_state}. */
@Schema(
        name = "Quality",
        description = "How good what is known of a department's assets is, or of a source's, or of all.")
public record QualityView(
        @Schema(description = "city, department:<code> or source:<code>.", examples = "department:DEP-LIB")
        String id,

        String href,
        @Nullable String department,
        @Nullable String source,

        @Schema(description = "Whether it is of the city as a whole.")
        boolean city,

        @Schema(description = "When it was measured.") Instant asOf,
        @JsonUnwrapped Measure measure)
        implements Representation {

    static QualityView of(Quality one) {
        return new QualityView(
                one.id(),
                "/v1/quality/" + one.id(),
                one.department(),
                one.source(),
                one.department() == null && one.source() == null,
                one.asOf(),
                one.measure());
    }
}
