package city.c3po.portfolio.lesson;

import java.util.EnumSet;
import java.util.Set;

/** Where a lesson stands; the only table of its legal moves. */
public enum LessonState {
    /** New initiatives find it. */
    RECORDED,
    /** It no longer applies; what was answered stays answered. */
    RETIRED;

    Set<LessonState> next() {
        return switch (this) {
            case RECORDED -> EnumSet.of(RETIRED);
            case RETIRED -> EnumSet.noneOf(LessonState.class);
        };
    }
}
