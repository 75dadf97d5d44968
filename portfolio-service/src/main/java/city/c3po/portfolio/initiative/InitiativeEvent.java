package city.c3po.portfolio.initiative;

import city.c3po.platform.event.Event;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.triage.Aggregation;
import city.c3po.portfolio.triage.Outcome;
import city.c3po.portfolio.triage.Triage;
import city.c3po.portfolio.triage.TriageOverride;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to an initiative. */
sealed interface InitiativeEvent extends Event {
    record Drafted(String title, String sponsoringDepartment, Instant at) implements InitiativeEvent {}

    /** The department rewrote its draft. */
    record Edited(Instant at) implements InitiativeEvent {}

    record Submitted(int revision, Instant at) implements InitiativeEvent {}

    /** The department changed what it had submitted. */
    record Revised(int revision, Instant at) implements InitiativeEvent {}

    /** The whole result, so that it can be explained and repeated. */
    record Triaged(Triage triage, Instant at) implements InitiativeEvent {}

    /** Small by itself, but not together with others of its department. */
    record AggregationFlagged(Aggregation aggregation, Instant at) implements InitiativeEvent {}

    record LessonAnswered(Reference lesson, LessonAnswer.Verdict answer, String reason, Instant at)
            implements InitiativeEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record Aligned(Alignment alignment, Instant at) implements InitiativeEvent {}

    record Scored(InitiativeScore score, Instant at) implements InitiativeEvent {}

    /** It is on the docket of a meeting of the board. */
    record Docketed(Reference meeting, Instant at) implements InitiativeEvent {}

    record Decided(BoardDecision decision, Instant at) implements InitiativeEvent {
        @Override
        public String why() {
            return decision.reason();
        }
    }

    /** It became projects. */
    record Converted(List<Reference> projects, Instant at) implements InitiativeEvent {}

    record Closed(Instant at) implements InitiativeEvent {}

    record Reclassified(Outcome from, Outcome to, Instant at) implements InitiativeEvent {}

    record OverrideRequested(Outcome from, Outcome to, String reason, Instant at) implements InitiativeEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record OverrideRejected(Outcome to, String comment, Instant at) implements InitiativeEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    record TriageOverridden(TriageOverride override, Triage triage, Instant at) implements InitiativeEvent {
        @Override
        public String why() {
            return override.reason();
        }
    }

    record PpmAssigned(String ppm, @Nullable String formerly, Instant at) implements InitiativeEvent {}

    record Delegated(String department, Instant at) implements InitiativeEvent {}

    record ReviewStarted(String ppm, Instant at) implements InitiativeEvent {}

    record Returned(InitiativeState from, String comment, Instant at) implements InitiativeEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    record Withdrawn(InitiativeState from, String reason, Instant at) implements InitiativeEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record DuplicateMarked(Reference of, @Nullable String comment, Instant at) implements InitiativeEvent {
        @Override
        public @Nullable String why() {
            return comment;
        }
    }

    record Merged(Reference into, @Nullable String comment, Instant at) implements InitiativeEvent {
        @Override
        public @Nullable String why() {
            return comment;
        }
    }
}
