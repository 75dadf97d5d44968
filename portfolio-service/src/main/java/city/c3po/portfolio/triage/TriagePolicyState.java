package city.c3po.portfolio.triage;

import java.util.EnumSet;
import java.util.Set;

/** The life of a policy version; the only table of its legal moves. */
public enum TriagePolicyState {
    /** Being written. */
    DRAFT,
    /** Awaits a second person. */
    PROPOSED,
    /** The latest word: in force from its date on, until a later one is adopted. */
    ADOPTED,
    /** A later one is adopted; in force until the day before that one's date. */
    SUPERSEDED;

    Set<TriagePolicyState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PROPOSED);
            case PROPOSED -> EnumSet.of(ADOPTED, DRAFT);
            case ADOPTED -> EnumSet.of(SUPERSEDED);
            case SUPERSEDED -> EnumSet.noneOf(TriagePolicyState.class);
        };
    }
}
