package city.c3po.portfolio.board;

import city.c3po.platform.event.Event;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.initiative.BoardOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What happens to a meeting. */
sealed interface MeetingEvent extends Event {
    record Noticed(LocalDate day, Instant at) implements MeetingEvent {}

    record ItemDocketed(UUID item, Reference initiative, Instant at) implements MeetingEvent {}

    record ItemRemoved(UUID item, Reference initiative, String reason, Instant at) implements MeetingEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record Opened(int seats, Instant at) implements MeetingEvent {}

    record Attended(int seat, String person, Instant at) implements MeetingEvent {}

    record Left(int seat, String person, Instant at) implements MeetingEvent {}

    record Recused(UUID item, String person, String reason, Instant at) implements MeetingEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record MotionPut(UUID item, BoardOutcome outcome, String reason, Instant at) implements MeetingEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record Voted(UUID item, int seat, Vote.Choice choice, Instant at) implements MeetingEvent {}

    record MotionLost(UUID item, Tally tally, Instant at) implements MeetingEvent {}

    record MotionCarried(UUID item, Reference decision, Tally tally, Instant at) implements MeetingEvent {}

    /** @param carriedOver initiatives that were not decided */
    record Adjourned(List<Reference> carriedOver, Instant at) implements MeetingEvent {}

    record MinutesApproved(Instant at) implements MeetingEvent {}
}
