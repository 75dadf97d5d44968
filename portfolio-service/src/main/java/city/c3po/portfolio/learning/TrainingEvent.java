package city.c3po.portfolio.learning;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What happens to a training. */
sealed interface TrainingEvent extends Event {
    record Planned(String title, Instant at) implements TrainingEvent {}

    record Edited(String title, Instant at) implements TrainingEvent {}

    record SessionAdded(UUID session, LocalDate day, Instant at) implements TrainingEvent {}

    record AttendanceRecorded(UUID session, int attendees, Instant at) implements TrainingEvent {}
}
