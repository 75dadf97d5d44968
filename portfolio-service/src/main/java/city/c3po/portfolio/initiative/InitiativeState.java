package city.c3po.portfolio.initiative;

import java.util.EnumSet;
import java.util.Set;

/** Where an initiative stands; the only table of its legal moves. */
public enum InitiativeState {
    /** With the department, which writes or rewrites it. */
    DRAFT,
    /** With the office; triage still misses answers. */
    SUBMITTED,
    /** Its class is known; the office routes it. */
    TRIAGED,
    /** Minor: the department runs it. */
    DELEGATED,
    /** Major: its PPM reviews it. */
    UNDER_REVIEW,
    /** Taken back by the department. */
    WITHDRAWN,
    /** The same as another one. */
    DUPLICATE,
    /** Goes on inside another one. */
    MERGED;

    /** A revision or an override that changes the class takes it back to TRIAGED or SUBMITTED, to be routed again. */
    Set<InitiativeState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED, WITHDRAWN);
            case SUBMITTED -> EnumSet.of(TRIAGED, DRAFT, WITHDRAWN, DUPLICATE, MERGED);
            case TRIAGED -> EnumSet.of(SUBMITTED, DELEGATED, UNDER_REVIEW, DRAFT, WITHDRAWN, DUPLICATE, MERGED);
            case DELEGATED -> EnumSet.of(SUBMITTED, TRIAGED);
            case UNDER_REVIEW -> EnumSet.of(SUBMITTED, TRIAGED, DRAFT, WITHDRAWN, DUPLICATE, MERGED);
            case WITHDRAWN, DUPLICATE, MERGED -> EnumSet.noneOf(InitiativeState.class);
        };
    }

    /** Whether it still goes somewhere: another one can be its duplicate or be merged into it. */
    boolean isLive() {
        return switch (this) {
            case DRAFT, SUBMITTED, TRIAGED, DELEGATED, UNDER_REVIEW -> true;
            case WITHDRAWN, DUPLICATE, MERGED -> false;
        };
    }
}
