package city.c3po.portfolio.schedule.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of an activity and what they follow from. Finish dates are inclusive.
 *
 * @param earlyStart of a running or finished activity the day it started
 * @param lateStart of a running activity the latest day to resume its remaining part
 * @param resumes the early start of a running activity's remaining part; null for others
 * @param totalFloat working days it may slip before the project's finish or a constraint is missed, negative when that is
 *     missed already; null when it is finished or a level of effort
 * @param freeFloat working days it may slip before any successor notices; null like total float
 * @param deadlineMissed whether the early finish lies after a deadline
 */
public record ActivityDates(
        String id,
        Progress progress,
        LocalDate earlyStart,
        LocalDate earlyFinish,
        LocalDate lateStart,
        LocalDate lateFinish,
        @Nullable LocalDate resumes,
        @Nullable Integer totalFloat,
        @Nullable Integer freeFloat,
        boolean critical,
        Driver startDriver,
        Driver finishDriver,
        Driver lateDriver,
        boolean deadlineMissed) {}
