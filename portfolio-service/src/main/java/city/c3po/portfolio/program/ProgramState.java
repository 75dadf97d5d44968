package city.c3po.portfolio.program;

import java.util.EnumSet;
import java.util.Set;

/** Where a program stands; the only table of its legal moves. */
public enum ProgramState {
    /** Takes projects and programs in. */
    ACTIVE,
    /** Done, with nothing open inside. */
    CLOSED;

    Set<ProgramState> next() {
        return switch (this) {
            case ACTIVE -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(ProgramState.class);
        };
    }
}
