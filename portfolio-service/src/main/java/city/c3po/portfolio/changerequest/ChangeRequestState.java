package city.c3po.portfolio.changerequest;

import java.util.EnumSet;
import java.util.Set;

/** Where a change request stands; the only table of its legal moves. */
public enum ChangeRequestState {
    DRAFT,
    SUBMITTED,
    /** What it costs, in money and days, is known. */
    ASSESSED,
    APPROVED,
    REJECTED,
    /** Not now; may be submitted again. */
    DEFERRED,
    /** A baseline carries it out. */
    IMPLEMENTED;

    Set<ChangeRequestState> next() {
        return switch (this) {
            case DRAFT, DEFERRED -> EnumSet.of(SUBMITTED);
            case SUBMITTED -> EnumSet.of(ASSESSED);
            case ASSESSED -> EnumSet.of(APPROVED, REJECTED, DEFERRED);
            case APPROVED -> EnumSet.of(IMPLEMENTED);
            case REJECTED, IMPLEMENTED -> EnumSet.noneOf(ChangeRequestState.class);
        };
    }
}
