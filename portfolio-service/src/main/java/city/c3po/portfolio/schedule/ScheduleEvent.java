package city.c3po.portfolio.schedule;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a schedule. */
sealed interface ScheduleEvent extends Event {
    /** @param formerFinish null when it is the first one */
    record Replaced(
            int activities,
            int links,
            LocalDate finish,
            @Nullable LocalDate formerFinish,
            String sha256,
            Instant at) implements ScheduleEvent {}

    record ActivityEdited(String activity, LocalDate finish, LocalDate formerFinish, String sha256, Instant at)
            implements ScheduleEvent {}
}
