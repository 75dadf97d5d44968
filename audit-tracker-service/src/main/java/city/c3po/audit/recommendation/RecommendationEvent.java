package city.c3po.audit.recommendation;

import city.c3po.audit.reminder.Escalation;
import city.c3po.platform.event.Event;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a recommendation. No fact holds text: that of a confidential one would be told to everybody. */
sealed interface RecommendationEvent extends Event {
    record Issued(UUID audit, LocalDate issued, boolean confidential, Instant at) implements RecommendationEvent {}

    record Responded(ManagementResponse.Agreement agreement, Instant at) implements RecommendationEvent {}

    /** The department says another status. */
    record StatusClaimed(
            ManagementStatus from,
            ManagementStatus to,
            @Nullable String reason,
            Instant at) implements RecommendationEvent, Explained {}

    record StatusReported(ManagementStatus from, ManagementStatus to, LocalDate asOf, Instant at)
            implements RecommendationEvent {}

    record SignedOff(Instant at) implements RecommendationEvent {}

    record Claimed(List<String> elements, Instant at) implements RecommendationEvent {}

    record TargetSet(LocalDate target, Instant at) implements RecommendationEvent {}

    record ActionPlanned(String action, int milestones, Instant at) implements RecommendationEvent {}

    record MilestoneCompleted(String milestone, LocalDate doneOn, int progress, Instant at)
            implements RecommendationEvent {}

    record ExtensionRequested(
            int extension,
            LocalDate from,
            LocalDate to,
            Extension.Band band,
            @Nullable String reason,
            Instant at) implements RecommendationEvent, Explained {}

    record ExtensionDecided(int extension, Extension.Decision decision, LocalDate target, Instant at)
            implements RecommendationEvent {}

    /** The target date passed. */
    record Slipped(LocalDate target, Instant at) implements RecommendationEvent {}

    record Reassigned(String from, String to, @Nullable String reason, Instant at)
            implements RecommendationEvent, Explained {}

    record AddendumAdded(Instant at) implements RecommendationEvent {}

    record Linked(Link link, Instant at) implements RecommendationEvent {}

    record LessonRecorded(Instant at) implements RecommendationEvent {}

    /** A verdict of the issuing body. */
    record Verified(
            UUID verification,
            Verdict verdict,
            List<String> elements,
            VerifiedStatus from,
            VerifiedStatus to,
            boolean overridden,
            Instant at)
            implements RecommendationEvent {}

    record Closed(
            Closure.Reason because,
            VerifiedStatus from,
            @Nullable String reason,
            Instant at) implements RecommendationEvent, Explained {}

    /** It was implemented, and is no more. */
    record Regressed(
            VerifiedStatus to,
            List<UUID> evidence,
            @Nullable String reason,
            Instant at) implements RecommendationEvent, Explained {}

    /** It was closed, and is open again; or some of it that was verified is no longer so. */
    record Reopened(
            VerifiedStatus from,
            VerifiedStatus to,
            List<UUID> evidence,
            @Nullable String reason,
            Instant at) implements RecommendationEvent, Explained {}

    /** Its measure is another one. */
    record Measured(String control, LivingEvidence.Measure measure, Instant at) implements RecommendationEvent {}

    record MeasureEnded(String control, Instant at) implements RecommendationEvent {}

    /** The measure was below target for two months after the verdict: the issuing body decides. */
    record RegressionProposed(String control, List<String> months, Instant at) implements RecommendationEvent {}

    record RegressionDismissed(@Nullable String reason, Instant at) implements RecommendationEvent, Explained {}

    /**
     * Somebody is reminded of what is due.
     *
     * @param due what is due first: the response, the target date or a milestone
     * @param days until then; negative when it was
     */
    record Reminded(LocalDate due, long days, Escalation.Level level, Instant at) implements RecommendationEvent {}

    /** Months after the verdict somebody must look whether it holds, and no measure tells. */
    record RetestDue(int months, Instant at) implements RecommendationEvent {}

    record Retested(int months, boolean sustained, Instant at) implements RecommendationEvent {}

    /** The words of whoever did it go to the history, and not into the event. */
    interface Explained extends Event {
        @JsonIgnore
        @Nullable String reason();

        @Override
        default @Nullable String why() {
            return reason();
        }
    }
}
