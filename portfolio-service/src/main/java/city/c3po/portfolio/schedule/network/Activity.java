package city.c3po.portfolio.schedule.network;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work, a milestone, or a level of effort, as planned and as far as it has come.
 *
 * @param id names it within the network
 * @param duration planned working days; 0 for a milestone, and for a level of effort that spans what it serves
 * @param actualStart the day it started; null while it has not
 * @param actualFinish the last day it was worked on; null while it is not finished
 * @param remaining working days that a running activity still needs; null reckons the duration less the working days from its
 *     start to the data date, but at least one, since it is not finished
 */
public record Activity(
        String id,
        Kind kind,
        int duration,
        @Nullable LocalDate actualStart,
        @Nullable LocalDate actualFinish,
        @Nullable Integer remaining,
        List<Constraint> constraints) {

    /** What kind of activity it is. */
    public enum Kind {
        TASK,
        MILESTONE,
        LEVEL_OF_EFFORT
    }

    public Activity {
        constraints = List.copyOf(constraints);
    }

    public static Activity task(String id, int days) {
        return new Activity(id, Kind.TASK, days, null, null, null, List.of());
    }

    public static Activity milestone(String id) {
        return new Activity(id, Kind.MILESTONE, 0, null, null, null, List.of());
    }

    /** A level of effort that spans what it serves. */
    public static Activity effort(String id) {
        return new Activity(id, Kind.LEVEL_OF_EFFORT, 0, null, null, null, List.of());
    }

    public Activity started(LocalDate on, @Nullable Integer left) {
        return new Activity(id, kind, duration, on, null, left, constraints);
    }

    public Activity finished(LocalDate start, LocalDate finish) {
        return new Activity(id, kind, duration, start, finish, null, constraints);
    }

    public Activity with(Constraint... all) {
        return new Activity(id, kind, duration, actualStart, actualFinish, remaining, List.of(all));
    }

    public Progress progress() {
        return actualFinish != null ? Progress.FINISHED : actualStart != null ? Progress.RUNNING : Progress.PLANNED;
    }
}
