package city.c3po.portfolio.initiative;

import city.c3po.platform.value.Reference;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A lesson that others learnt, and what the department makes of it.
 *
 * @param answer null while it waits
 */
@Schema(name = "LessonAnswer", description = "A lesson that applies, and what the department makes of it.")
record LessonAnswer(
        Reference lesson,

        @Schema(description = "Null while it waits for the department.") @Nullable Verdict answer,

        @Nullable String reason,
        @Nullable String by,
        @Nullable Instant at) {

    /** What one can make of a lesson. */
    @Schema(name = "LessonVerdict")
    enum Verdict {
        /** The recommended check is made. */
        ACCEPTED,
        /** It does not apply here. */
        WAIVED
    }

    boolean waits() {
        return answer == null;
    }
}
