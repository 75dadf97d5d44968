package city.c3po.audit.direction;

import city.c3po.platform.value.Reference;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the department said, and where the body reads it. */
@Schema(name = "DirectionAnswer", description = "What the department said, and in which report.")
public record DirectionAnswer(
        int number,
        String text,

        @Schema(description = "The report that tells the body.") @Nullable Reference report,

        String by,
        Instant at,

        @Schema(description = "Why the body was not satisfied.") @Nullable String sentBack) {

    DirectionAnswer backBecause(String reason) {
        return new DirectionAnswer(number, text, report, by, at, reason);
    }
}
