package city.c3po.audit.recommendation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Management's formal response. */
@Schema(name = "ManagementResponse", description = "Management's formal response.")
public record ManagementResponse(
        Agreement agreement,

        @Schema(description = "Left out of the events of confidential recommendations.") @Nullable String text,

        String by,
        Instant at) {

    /** Whether management agrees. */
    @Schema(name = "Agreement")
    public enum Agreement {
        AGREES,
        PARTLY_AGREES,
        DISAGREES
    }

    ManagementResponse silent() {
        return new ManagementResponse(agreement, null, by, at);
    }
}
