package city.c3po.audit.recommendation;

import static city.c3po.audit.recommendation.RecommendationRule.ANOTHER_DECIDES;
import static city.c3po.audit.recommendation.RecommendationRule.ANOTHER_LEAD;
import static city.c3po.audit.recommendation.RecommendationRule.BACK_IS_BACK;
import static city.c3po.audit.recommendation.RecommendationRule.DECIDER_OF_BAND;
import static city.c3po.audit.recommendation.RecommendationRule.DONE_NOT_IN_FUTURE;
import static city.c3po.audit.recommendation.RecommendationRule.EVIDENCE_ON_EVERY_ELEMENT;
import static city.c3po.audit.recommendation.RecommendationRule.EXTENSION_IS_LATER;
import static city.c3po.audit.recommendation.RecommendationRule.EXTENSION_UNDECIDED;
import static city.c3po.audit.recommendation.RecommendationRule.FRESH_EYES;
import static city.c3po.audit.recommendation.RecommendationRule.HEAD_ONLY;
import static city.c3po.audit.recommendation.RecommendationRule.KNOWN_EXTENSION;
import static city.c3po.audit.recommendation.RecommendationRule.MANDATORY_MILESTONES_DONE;
import static city.c3po.audit.recommendation.RecommendationRule.ONE_EXTENSION_AT_A_TIME;
import static city.c3po.audit.recommendation.RecommendationRule.REPORTED_IN_THE_PAST;
import static city.c3po.audit.recommendation.RecommendationRule.SIGNED_OFF;
import static city.c3po.audit.recommendation.RecommendationRule.TARGET_AFTER_ISSUE;
import static city.c3po.audit.recommendation.RecommendationRule.TARGET_FIRST;
import static city.c3po.audit.recommendation.RecommendationRule.TARGET_SAID_ONCE;

import city.c3po.audit.audit.Audit;
import city.c3po.audit.audit.Finding;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The department's part: it responds, plans, works, claims, and asks for time. */
@MappedSuperclass
public abstract class Implementation extends RecommendationGuard {
    private static final int AUDITORS_DAYS = 90;

    protected Implementation() {}

    Implementation(Actor by, Audit audit, Finding finding, NewRecommendation said, int ordinal, Instant at) {
        super(by, audit, finding, said, ordinal, at);
    }

    List<RecommendationEvent> respond(
            Actor by, ManagementResponse.Agreement agreement, @Nullable String words, Instant at) {
        guard(by, RecommendationAction.RESPOND);
        response = new ManagementResponse(agreement, words, by.sub(), at);
        return List.of(new RecommendationEvent.Responded(agreement, at));
    }

    /** The forward steps; each has a verb of its own. */
    List<RecommendationEvent> advance(Actor by, RecommendationAction step, Instant at) {
        guard(by, step);
        return List.of(moved(managementStatusAfter(step), null, at));
    }

    private static ManagementStatus managementStatusAfter(RecommendationAction step) {
        return switch (step) {
            case PLAN -> ManagementStatus.PLANNED;
            case START -> ManagementStatus.ACTIVE_INITIATIVE;
            case NEAR_COMPLETION -> ManagementStatus.NEARLY_IMPLEMENTED;
            case PROPOSE_ALTERNATIVE -> ManagementStatus.ALTERNATIVE_PROPOSED;
            case DECLINE -> ManagementStatus.WILL_NOT_IMPLEMENT;
            case RESPOND,
                    SIGN_OFF,
                    CLAIM,
                    STEP_BACK,
                    REPORT_STATUS,
                    SET_TARGET,
                    PLAN_ACTION,
                    COMPLETE_MILESTONE,
                    REQUEST_EXTENSION,
                    DECIDE_EXTENSION,
                    REASSIGN,
                    ADD_EVIDENCE,
                    ADD_ADDENDUM,
                    LINK,
                    RECORD_LESSON,
                    VERIFY,
                    CLOSE,
                    REOPEN,
                    DISMISS_REGRESSION,
                    RECORD_RETEST,
                    WATCH -> throw new IllegalStateException(step + " is no step of management");
        };
    }

    List<RecommendationEvent> stepBack(Actor by, ManagementStatus to, String reason, Instant at) {
        guard(by, RecommendationAction.STEP_BACK);
        BACK_IS_BACK.require(managementStatus.before().contains(to), Map.of("earlier", managementStatus.before()));
        return List.of(moved(to, reason, at));
    }

    /** @param exit PROPOSE_ALTERNATIVE or DECLINE */
    List<RecommendationEvent> leave(Actor by, RecommendationAction exit, String reason, Instant at) {
        guard(by, exit);
        return List.of(moved(managementStatusAfter(exit), reason, at));
    }

    private RecommendationEvent moved(ManagementStatus to, @Nullable String reason, Instant at) {
        var from = managementStatus;
        managementStatus = to;
        asReported = null;
        signOff = null;
        claimedAt = null;
        return new RecommendationEvent.StatusClaimed(from, to, reason, at);
    }

    /** What was reported before this record began: any status, without the claim's gate; shown as reported. */
    List<RecommendationEvent> reportStatus(Actor by, AsReported said, LocalDate today, Instant at) {
        guard(by, RecommendationAction.REPORT_STATUS);
        REPORTED_IN_THE_PAST.require(said.asOf().isBefore(today) && !said.asOf().isBefore(issued()));
        var from = managementStatus;
        managementStatus = said.status();
        asReported = said;
        signOff = null;
        claimedAt = null;
        return List.of(new RecommendationEvent.StatusReported(from, said.status(), said.asOf(), at));
    }

    List<RecommendationEvent> signOff(Actor by, String head, Instant at) {
        guard(by, RecommendationAction.SIGN_OFF);
        HEAD_ONLY.require(by.is(head));
        signOff = new HeadSignOff(by.sub(), at);
        return List.of(new RecommendationEvent.SignedOff(at));
    }

    /** @param evidenced the elements with valid evidence */
    List<RecommendationEvent> claim(Actor by, Set<String> evidenced, Instant at) {
        guard(by, RecommendationAction.CLAIM);
        var keys = elements.stream().map(Element::key).toList();
        var missing = keys.stream().filter(key -> !evidenced.contains(key)).toList();
        EVIDENCE_ON_EVERY_ELEMENT.require(missing.isEmpty(), Map.of("missing", missing));
        var open = plan().mandatoryOpen();
        MANDATORY_MILESTONES_DONE.require(open.isEmpty(), Map.of("open", open));
        SIGNED_OFF.require(signOff != null);
        managementStatus = ManagementStatus.CLAIMED_IMPLEMENTED;
        asReported = null;
        claimedAt = at;
        return List.of(new RecommendationEvent.Claimed(keys, at));
    }

    List<RecommendationEvent> setTarget(Actor by, LocalDate target, Instant at) {
        permits(by, RecommendationAction.SET_TARGET);
        TARGET_SAID_ONCE.require(originalTarget == null);
        guard(by, RecommendationAction.SET_TARGET);
        target(target);
        return List.of(new RecommendationEvent.TargetSet(target, at));
    }

    void target(LocalDate target) {
        TARGET_AFTER_ISSUE.require(target.isAfter(issued()));
        originalTarget = target;
        currentTarget = target;
    }

    List<RecommendationEvent> planAction(
            Actor by,
            String key,
            String title,
            @Nullable String owner,
            List<PlannedMilestone> milestones,
            LocalDate today,
            Instant at) {
        guard(by, RecommendationAction.PLAN_ACTION);
        var plan = plan().with(key, title, owner, milestones, today);
        if (plan.actions().equals(actions)) {
            return List.of();
        }
        actions = plan.actions();
        return List.of(new RecommendationEvent.ActionPlanned(key, milestones.size(), at));
    }

    List<RecommendationEvent> completeMilestone(Actor by, String key, LocalDate day, LocalDate today, Instant at) {
        guard(by, RecommendationAction.COMPLETE_MILESTONE);
        DONE_NOT_IN_FUTURE.require(!day.isAfter(today));
        var plan = plan().done(key, day);
        actions = plan.actions();
        return List.of(new RecommendationEvent.MilestoneCompleted(key, day, plan.progress(false), at));
    }

    List<RecommendationEvent> requestExtension(Actor by, LocalDate to, String reason, Instant at) {
        permits(by, RecommendationAction.REQUEST_EXTENSION);
        var from = currentTarget;
        var original = originalTarget;
        if (from == null || original == null) {
            throw TARGET_FIRST.violated();
        }
        ONE_EXTENSION_AT_A_TIME.require(extensions.stream().noneMatch(Extension::open));
        guard(by, RecommendationAction.REQUEST_EXTENSION);
        EXTENSION_IS_LATER.require(to.isAfter(from), Map.of("current", from));
        // measured from the original, so that many small ones are one large one
        var band = ChronoUnit.DAYS.between(original, to) <= AUDITORS_DAYS
                ? Extension.Band.AUDITOR
                : Extension.Band.COMMITTEE;
        var asked = new Extension(extensions.size() + 1, from, to, band, reason, by.sub(), at, null, null, null);
        extensions = and(extensions, asked);
        return List.of(new RecommendationEvent.ExtensionRequested(asked.number(), from, to, band, reason, at));
    }

    List<RecommendationEvent> decideExtension(Actor by, int number, Extension.Decision decision, Instant at) {
        permits(by, RecommendationAction.DECIDE_EXTENSION);
        var asked = extensions.stream()
                .filter(extension -> extension.number() == number)
                .findFirst()
                .orElseThrow(KNOWN_EXTENSION::violated);
        DECIDER_OF_BAND.require(
                by.has(asked.band() == Extension.Band.AUDITOR ? Roles.AUDITOR : Roles.CLERK),
                Map.of("band", asked.band()));
        ANOTHER_DECIDES.require(!by.is(asked.requestedBy()));
        FRESH_EYES.require(decision == Extension.Decision.REFUSED || !by.is(lastGrantedBy()));
        EXTENSION_UNDECIDED.require(asked.open());
        guard(by, RecommendationAction.DECIDE_EXTENSION);
        var decided = asked.decided(decision, by.sub(), at);
        extensions = extensions.stream()
                .map(extension -> extension.number() == number ? decided : extension)
                .toList();
        if (decision == Extension.Decision.GRANTED) {
            currentTarget = asked.to();
        }
        return List.of(new RecommendationEvent.ExtensionDecided(
                number, decision, decision == Extension.Decision.GRANTED ? asked.to() : asked.from(), at));
    }

    private @Nullable String lastGrantedBy() {
        return extensions.stream()
                .filter(extension -> extension.decision() == Extension.Decision.GRANTED)
                .reduce((former, later) -> later)
                .map(Extension::decidedBy)
                .orElse(null);
    }

    List<RecommendationEvent> reassign(Actor by, String lead, String reason, Instant at) {
        guard(by, RecommendationAction.REASSIGN);
        ANOTHER_LEAD.require(!lead.equals(leadDepartment));
        var from = leadDepartment;
        leadDepartment = lead;
        supporting = supporting.stream().filter(code -> !code.equals(lead)).toList();
        signOff = null;
        return List.of(new RecommendationEvent.Reassigned(from, lead, reason, at));
    }

    List<RecommendationEvent> learn(Actor by, String text, Instant at) {
        guard(by, RecommendationAction.RECORD_LESSON);
        lessons = and(lessons, new Lesson(text, by.sub(), at));
        return List.of(new RecommendationEvent.LessonRecorded(at));
    }
}
