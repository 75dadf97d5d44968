package city.c3po.portfolio.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a department says to an adopted policy.
 *
 * @param by null while it is awaited
 */
@Schema(name = "PolicyAcknowledgement", description = "What a department says to an adopted policy.")
record Acknowledgement(
        String department,
        @Schema(description = "Last day for it.") LocalDate due,

        @Schema(description = "Subject of who acknowledged; null while it is awaited.") @Nullable String by,

        @Nullable Instant at) {

    boolean awaited() {
        return by == null;
    }
}
