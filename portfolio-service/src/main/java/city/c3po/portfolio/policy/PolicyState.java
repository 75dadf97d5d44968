package city.c3po.portfolio.policy;

import java.util.EnumSet;
import java.util.Set;

/** The life of an edition; the only table of its legal moves. */
public enum PolicyState {
    /** Being written. */
    DRAFT,
    /** In force. */
    ADOPTED,
    /** A later edition is in force. */
    SUPERSEDED;

    Set<PolicyState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(ADOPTED);
            case ADOPTED -> EnumSet.of(SUPERSEDED);
            case SUPERSEDED -> EnumSet.noneOf(PolicyState.class);
        };
    }
}
