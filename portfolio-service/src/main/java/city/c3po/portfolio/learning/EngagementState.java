package city.c3po.portfolio.learning;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an engagement stands; the only table of its legal moves. */
@Schema(name = "SupportEngagementState")
public enum EngagementState {
    OFFERED,
    ACCEPTED,
    DECLINED,
    COMPLETED;

    Set<EngagementState> next() {
        return switch (this) {
            case OFFERED -> EnumSet.of(ACCEPTED, DECLINED);
            case ACCEPTED -> EnumSet.of(COMPLETED);
            case DECLINED, COMPLETED -> EnumSet.noneOf(EngagementState.class);
        };
    }
}
