package city.c3po.audit.direction;

import city.c3po.audit.reminder.Escalation;
import city.c3po.platform.event.Event;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a direction. */
sealed interface DirectionEvent extends Event {
    record Given(
            String body, LocalDate meetingDate, @Nullable LocalDate due, Instant at) implements DirectionEvent {}

    record Answered(int answer, @Nullable String report, Instant at) implements DirectionEvent {}

    record Satisfied(Instant at) implements DirectionEvent {}

    record SentBack(@JsonIgnore String reason, Instant at) implements DirectionEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record Withdrawn(@JsonIgnore String reason, Instant at) implements DirectionEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    /** @param days until it is due; negative when it was */
    record Reminded(LocalDate due, long days, Escalation.Level level, Instant at) implements DirectionEvent {}
}
