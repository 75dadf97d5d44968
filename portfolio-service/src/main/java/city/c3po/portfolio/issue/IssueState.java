package city.c3po.portfolio.issue;

import java.util.EnumSet;
import java.util.Set;

/** Where an issue stands; the only table of its legal moves. */
public enum IssueState {
    OPEN,
    RESOLVED,
    CLOSED;

    Set<IssueState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(RESOLVED);
            case RESOLVED -> EnumSet.of(CLOSED, OPEN);
            case CLOSED -> EnumSet.noneOf(IssueState.class);
        };
    }
}
