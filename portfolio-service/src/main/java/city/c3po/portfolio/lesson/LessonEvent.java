package city.c3po.portfolio.lesson;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.util.List;

/** What happens to a lesson. */
sealed interface LessonEvent extends Event {
    record Recorded(List<String> tags, Instant at) implements LessonEvent {}

    record Edited(List<String> tags, Instant at) implements LessonEvent {}

    record Retired(String reason, Instant at) implements LessonEvent {
        @Override
        public String why() {
            return reason;
        }
    }
}
