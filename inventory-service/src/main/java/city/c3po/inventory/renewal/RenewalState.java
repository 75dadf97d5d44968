package city.c3po.inventory.renewal;

import java.util.EnumSet;
import java.util.Set;

/** Where a renewal is; the only table of legal moves. */
public enum RenewalState {
    /** Awaits a decision. */
    OPEN,
    DECIDED,
    /** Nobody decided until notice was due, and it renewed itself: an incident. */
    AUTO_RENEWED,
    /** Nobody decided until notice was due, and it ends. */
    LAPSED,
    /** The entitlement ended, or got another term, before somebody decided. */
    CALLED_OFF;

    public Set<RenewalState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(DECIDED, AUTO_RENEWED, LAPSED, CALLED_OFF);
            // who decides otherwise in time decides again
            case DECIDED -> EnumSet.of(DECIDED);
            case AUTO_RENEWED, LAPSED, CALLED_OFF -> EnumSet.noneOf(RenewalState.class);
        };
    }
}
