package city.c3po.charter.engagement;

import city.c3po.platform.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to an engagement. */
sealed interface EngagementEvent extends Event {
    record Recorded(String project, String vendor, Instant at) implements EngagementEvent {}

    record Revised(Instant at) implements EngagementEvent {}

    record KeyPositionPlanned(String position, Instant at) implements EngagementEvent {}

    record KeyStaffProposed(String position, KeyPosition.Nominee nominee, Instant at) implements EngagementEvent {}

    record KeyStaffReviewStarted(String position, KeyPosition.Nominee nominee, Instant at) implements EngagementEvent {}

    record KeyStaffApproved(String position, KeyPosition.Nominee nominee, Instant at) implements EngagementEvent {}

    record KeyStaffRejected(
            String position,
            KeyPosition.Nominee nominee,
            @Nullable String comment,
            Instant at) implements EngagementEvent {
        @Override
        public @Nullable String why() {
            return comment;
        }
    }

    record KeyStaffActivated(String position, KeyPosition.Nominee nominee, Instant at) implements EngagementEvent {}

    record KeyStaffReleased(
            String position,
            KeyPosition.Nominee nominee,
            @Nullable String comment,
            Instant at) implements EngagementEvent {
        @Override
        public @Nullable String why() {
            return comment;
        }
    }

    /** Nobody approved has worked in the position for more than ten days. */
    record KeyStaffGap(String position, Instant since, Instant at) implements EngagementEvent {}
}
