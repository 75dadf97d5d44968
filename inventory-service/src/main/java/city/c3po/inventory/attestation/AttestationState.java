package city.c3po.inventory.attestation;

import java.util.EnumSet;
import java.util.Set;

/** Where a department's attestation stands; the only table of its legal moves. */
public enum AttestationState {
    /** The department confirms. */
    OPEN,
    /** The due date is over and something is not confirmed: it counts as not fresh. It can still be confirmed. */
    ESCALATED,
    /** All is confirmed, or the time to do it late is over too. */
    CLOSED,
    /** Its campaign was a mistake: it counts for nothing. */
    CALLED_OFF;

    Set<AttestationState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(ESCALATED, CLOSED, CALLED_OFF);
            case ESCALATED -> EnumSet.of(CLOSED, CALLED_OFF);
            case CLOSED, CALLED_OFF -> EnumSet.noneOf(AttestationState.class);
        };
    }

    boolean isOver() {
        return next().isEmpty();
    }
}
