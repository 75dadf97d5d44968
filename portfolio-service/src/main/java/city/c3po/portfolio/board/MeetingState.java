package city.c3po.portfolio.board;

import java.util.EnumSet;
import java.util.Set;

/** The life of a meeting; the only table of its legal moves. */
public enum MeetingState {
    /** Its day and its docket are known. */
    NOTICED,
    /** It decides. */
    OPEN,
    /** It is over; what was not decided is carried over. */
    ADJOURNED,
    /** What was written down is right. */
    MINUTES_APPROVED;

    Set<MeetingState> next() {
        return switch (this) {
            case NOTICED -> EnumSet.of(OPEN);
            case OPEN -> EnumSet.of(ADJOURNED);
            case ADJOURNED -> EnumSet.of(MINUTES_APPROVED);
            case MINUTES_APPROVED -> EnumSet.noneOf(MeetingState.class);
        };
    }
}
