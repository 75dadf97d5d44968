package city.c3po.portfolio.project;

import city.c3po.platform.event.Event;
import city.c3po.platform.value.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a project. */
sealed interface ProjectEvent extends Event {
    record Created(String title, Tier tier, @Nullable Reference initiative, Instant at) implements ProjectEvent {}

    record Edited(Instant at) implements ProjectEvent {}

    record PpmAssigned(String ppm, @Nullable String formerly, Instant at) implements ProjectEvent {}

    record Placed(@Nullable Reference program, LocalDate from, Instant at) implements ProjectEvent {}

    record ProductsNamed(List<Reference> products, Instant at) implements ProjectEvent {}

    /** @param gate the gate it passed, if one stands before this move */
    record Moved(
            ProjectState from,
            ProjectState to,
            @Nullable GateName gate,
            @Nullable String reason,
            Instant at) implements ProjectEvent {
        @Override
        public @Nullable String why() {
            return reason;
        }
    }

    record InHouseDecided(String reason, Instant at) implements ProjectEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record Forecasted(Forecast forecast, @Nullable Forecast formerly, Instant at) implements ProjectEvent {}

    record ActualRecorded(Actual actual, Instant at) implements ProjectEvent {}

    record Reclassified(Tier from, Tier to, List<String> because, Instant at) implements ProjectEvent {}

    record ReclassificationAnswered(Tier tier, boolean accepted, String reason, Instant at) implements ProjectEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record ComplianceRecorded(Compliance compliance, Instant at) implements ProjectEvent {}

    record ApproversNamed(GateName gate, GateApprovers approvers, Instant at) implements ProjectEvent {}

    record CriterionAdded(GateName gate, String criterion, String text, Instant at) implements ProjectEvent {}

    record CriterionMet(GateName gate, String criterion, String evidence, Instant at) implements ProjectEvent {}

    /** The charter it rested on is no more. */
    record CriterionReopened(GateName gate, String criterion, String reason, Instant at) implements ProjectEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record GateSubmitted(GateName gate, int round, Instant at) implements ProjectEvent {}

    record GateJudged(GateName gate, GateVerdict verdict, Instant at) implements ProjectEvent {}

    /** @param due with CONDITIONAL: the last day on which the way is free */
    record GateDecided(
            GateName gate, GateState state, @Nullable LocalDate due, Instant at) implements ProjectEvent {}

    /** A condition was not met in time. */
    record GateClosed(GateName gate, LocalDate due, List<String> unmet, Instant at) implements ProjectEvent {}

    /** The schedule was computed anew and moved a milestone. */
    record MilestonesPlanned(List<ProjectMilestone> milestones, Instant at) implements ProjectEvent {}

    record Baselined(ProjectBaseline baseline, Instant at) implements ProjectEvent {}

    record CostPosted(MoneyActual moneyActual, Instant at) implements ProjectEvent {}

    record SpecialReportDue(List<String> because, LocalDate due, Instant at) implements ProjectEvent {}

    /** A status report was published. */
    record Coloured(ProjectColour colour, Instant at) implements ProjectEvent {}

    /** A report that was due did not come. */
    record ColourFaded(ProjectColour colour, Instant at) implements ProjectEvent {
        @Override
        public @Nullable String why() {
            return colour.reason();
        }
    }

    record SpecialReportFiled(String text, Instant at) implements ProjectEvent {}
}
