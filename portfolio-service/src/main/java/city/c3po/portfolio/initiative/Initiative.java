package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.initiative.InitiativeRule.DEFERRED_UNTIL;
import static city.c3po.portfolio.initiative.InitiativeRule.LESSONS_ANSWERED;
import static city.c3po.portfolio.initiative.InitiativeRule.NEVER_DOWNWARD_BY_THE_DEPARTMENT;
import static city.c3po.portfolio.initiative.InitiativeRule.OTHER_INITIATIVE;
import static city.c3po.portfolio.initiative.InitiativeRule.OWN_DEPARTMENT;
import static city.c3po.portfolio.initiative.InitiativeRule.PPM_ASSIGNED;
import static city.c3po.portfolio.initiative.InitiativeRule.PPM_WROTE_NONE_OF_IT;
import static city.c3po.portfolio.initiative.InitiativeRule.PROJECTS_DONE;
import static city.c3po.portfolio.initiative.InitiativeRule.TARGET_GOES_ON;
import static city.c3po.portfolio.reference.ReferenceRule.SAMPLE_DATA_IS_FIXED;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.triage.Outcome;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department's request for something to be built, bought or changed. The department writes it and may take it back;
 * submitting it has it triaged at once, and so does every revision after that. The office routes it by its class: MINOR
 * back to the department, MAJOR to the review of its PPM. When a later triage gives another class, the route chosen on
 * the former one no longer holds, and the office routes it again.
 */
@Entity
public class Initiative extends InitiativeRecord {
    // embedded here, because Hibernate does not enhance what a mapped superclass embeds
    @Embedded
    private InitiativeTriage triage = new InitiativeTriage();

    @Embedded
    private InitiativeReview review = new InitiativeReview();

    @Embedded
    private InitiativeCase boardCase = new InitiativeCase();

    @SuppressWarnings("NullAway.Init")
    protected Initiative() {}

    /** @param year of the number, in the city's calendar */
    Initiative(Actor by, Proposal proposal, @Nullable String source, int year, Instant at) {
        super(by, proposal, source, year, at);
    }

    List<InitiativeEvent> draft(Actor by, Instant at) {
        requireOwnDepartment(by, proposal());
        proposal().requireSound();
        writtenBy(by);
        return List.of(
                new InitiativeEvent.Drafted(proposal().title(), proposal().sponsoringDepartment(), at));
    }

    /**
     * A draft is simply rewritten; what was submitted gets a revision, which is triaged at once. Saying the same again is
     * no change.
     */
    List<InitiativeEvent> edit(Actor by, Proposal better, Surroundings around, Instant at) {
        guard(by, InitiativeAction.EDIT);
        if (!better.sponsoringDepartment().equals(proposal().sponsoringDepartment())) {
            requireOwnDepartment(by, better);
        }
        SAMPLE_DATA_IS_FIXED.require(better.sampleData() == null
                || better.sampleData().equals(proposal().sampleData()));
        better.requireSound();
        var settled = better.settled(Boolean.TRUE.equals(proposal().sampleData()));
        if (settled.equals(proposal())) {
            return List.of();
        }
        saying(settled);
        writtenBy(by);
        if (initiativeState() == InitiativeState.DRAFT) {
            return List.of(new InitiativeEvent.Edited(at));
        }
        if (initiativeState() == InitiativeState.SCORED) {
            moveTo(InitiativeState.UNDER_REVIEW);
            boardCase().voidScore();
        }
        return and(new InitiativeEvent.Revised(triage().nextRevision(), at), triageBy(around, at));
    }

    List<InitiativeEvent> submit(Actor by, Surroundings around, Instant at) {
        guard(by, InitiativeAction.SUBMIT);
        moveTo(InitiativeState.SUBMITTED);
        writtenBy(by);
        submitted(at);
        return and(new InitiativeEvent.Submitted(triage().nextRevision(), at), triageBy(around, at));
    }

    List<InitiativeEvent> withdraw(Actor by, String reason, Instant at) {
        guard(by, InitiativeAction.WITHDRAW);
        var from = initiativeState();
        moveTo(InitiativeState.WITHDRAWN);
        comment(by, InitiativeAction.WITHDRAW, reason, at);
        return List.of(new InitiativeEvent.Withdrawn(from, reason, at));
    }

    List<InitiativeEvent> giveBack(Actor by, String comment, Instant at) {
        guard(by, InitiativeAction.RETURN);
        var from = initiativeState();
        moveTo(InitiativeState.DRAFT);
        boardCase().voidScore();
        boardCase().leaveDocket();
        comment(by, InitiativeAction.RETURN, comment, at);
        return List.of(new InitiativeEvent.Returned(from, comment, at));
    }

    List<InitiativeEvent> assignPpm(Actor by, String person, Instant at) {
        guard(by, InitiativeAction.ASSIGN_PPM);
        PPM_WROTE_NONE_OF_IT.require(!authors().contains(person));
        if (person.equals(ppm())) {
            return List.of();
        }
        var formerly = ppm();
        ledBy(person);
        return List.of(new InitiativeEvent.PpmAssigned(person, formerly, at));
    }

    List<InitiativeEvent> delegate(Actor by, Instant at) {
        guard(by, InitiativeAction.DELEGATE);
        requireLessonsAnswered();
        moveTo(InitiativeState.DELEGATED);
        return List.of(new InitiativeEvent.Delegated(proposal().sponsoringDepartment(), at));
    }

    List<InitiativeEvent> startReview(Actor by, Instant at) {
        permits(by, InitiativeAction.START_REVIEW);
        // said before the general refusal, because assigning one is what helps
        PPM_ASSIGNED.require(ppm() != null || !isTriagedAs(Outcome.MAJOR));
        guard(by, InitiativeAction.START_REVIEW);
        PPM_WROTE_NONE_OF_IT.require(!authors().contains(ppm()));
        requireLessonsAnswered();
        moveTo(InitiativeState.UNDER_REVIEW);
        return List.of(new InitiativeEvent.ReviewStarted(Objects.requireNonNull(ppm()), at));
    }

    /** The criteria do not tell the whole story, says one person; a second must agree. */
    List<InitiativeEvent> overrideTriage(Actor by, Outcome to, String reason, Instant at) {
        guard(by, InitiativeAction.OVERRIDE_TRIAGE);
        NEVER_DOWNWARD_BY_THE_DEPARTMENT.require(to == Outcome.MAJOR || !isOfTheDepartment(by));
        return List.of(triage().requestOverride(by, to, reason, at));
    }

    List<InitiativeEvent> confirmOverride(Actor by, Instant at) {
        guard(by, InitiativeAction.CONFIRM_OVERRIDE);
        var before = triage().outcome();
        return and(triage().confirmOverride(by, at), routeAfter(before, at));
    }

    List<InitiativeEvent> rejectOverride(Actor by, String comment, Instant at) {
        guard(by, InitiativeAction.REJECT_OVERRIDE);
        comment(by, InitiativeAction.REJECT_OVERRIDE, comment, at);
        return List.of(triage().rejectOverride(comment, at));
    }

    /** @param original goes on; since it must, no chain of duplicates ever closes to a ring */
    List<InitiativeEvent> markDuplicate(Actor by, Initiative original, @Nullable String comment, Instant at) {
        guard(by, InitiativeAction.MARK_DUPLICATE);
        requireGoesOn(original);
        moveTo(InitiativeState.DUPLICATE);
        duplicates(original.reference());
        comment(by, InitiativeAction.MARK_DUPLICATE, comment, at);
        return List.of(new InitiativeEvent.DuplicateMarked(original.reference(), comment, at));
    }

    /** @param target goes on, with this one inside it */
    List<InitiativeEvent> merge(Actor by, Initiative target, @Nullable String comment, Instant at) {
        guard(by, InitiativeAction.MERGE);
        requireGoesOn(target);
        moveTo(InitiativeState.MERGED);
        goesOnIn(target.reference());
        comment(by, InitiativeAction.MERGE, comment, at);
        return List.of(new InitiativeEvent.Merged(target.reference(), comment, at));
    }

    /** What the department makes of a lesson that applies. */
    List<InitiativeEvent> answerLesson(Actor by, UUID lesson, LessonAnswer.Verdict answer, String reason, Instant at) {
        guard(by, InitiativeAction.ANSWER_LESSON);
        return List.of(review().answer(lesson, answer, reason, by, at));
    }

    List<InitiativeEvent> align(Actor by, Reference goal, int level, String sentence, Instant at) {
        guard(by, InitiativeAction.ALIGN);
        return List.of(review().align(new Alignment(goal, level, sentence, by.sub(), at)));
    }

    List<InitiativeEvent> score(Actor by, InitiativeScore score, Instant at) {
        guard(by, InitiativeAction.SCORE);
        moveTo(InitiativeState.SCORED);
        boardCase().score(score);
        return List.of(new InitiativeEvent.Scored(score, at));
    }

    /** What was decided before may be decided anew; it keeps its state until then. */
    List<InitiativeEvent> docket(Actor by, Reference meeting, LocalDate today, Instant at) {
        guard(by, InitiativeAction.DOCKET);
        var decision = boardCase().decision();
        if (initiativeState() == InitiativeState.DEFERRED && decision != null && decision.until() != null) {
            DEFERRED_UNTIL.require(
                    !today.isBefore(decision.until()), Map.of("until", decision.until(), "today", today));
        }
        if (initiativeState() == InitiativeState.SCORED || initiativeState() == InitiativeState.DEFERRED) {
            moveTo(InitiativeState.ON_DOCKET);
        }
        boardCase().docket(meeting);
        return List.of(new InitiativeEvent.Docketed(meeting, at));
    }

    List<InitiativeEvent> decide(Actor by, BoardDecision decision, Instant at) {
        guard(by, InitiativeAction.DECIDE);
        var next = decision.outcome().state();
        if (initiativeState() != next) {
            moveTo(next);
        }
        boardCase().decide(decision);
        return List.of(new InitiativeEvent.Decided(decision, at));
    }

    /** Before any project is made: the ones made in vain would cost numbers. */
    void requireConvertible(Actor by) {
        guard(by, InitiativeAction.CONVERT);
    }

    List<InitiativeEvent> convert(Actor by, List<Reference> projects, Instant at) {
        guard(by, InitiativeAction.CONVERT);
        moveTo(InitiativeState.CONVERTED);
        boardCase().convert(projects);
        return List.of(new InitiativeEvent.Converted(projects, at));
    }

    List<InitiativeEvent> close(Actor by, List<String> openProjects, Instant at) {
        guard(by, InitiativeAction.CLOSE);
        PROJECTS_DONE.require(openProjects.isEmpty(), Map.of("open", openProjects));
        moveTo(InitiativeState.CLOSED);
        return List.of(new InitiativeEvent.Closed(at));
    }

    private List<InitiativeEvent> triageBy(Surroundings around, Instant at) {
        var before = triage().outcome();
        var policy = around.policy();
        var together = around.together(this, policy).orElse(null);
        var fresh = triage().by(policy, proposal().triageInputs(), together, at);
        review().lookAround(this, around);
        var events = new ArrayList<InitiativeEvent>();
        events.add(new InitiativeEvent.Triaged(fresh, at));
        if (fresh.outcome() == Outcome.AGGREGATION_REVIEW) {
            events.add(new InitiativeEvent.AggregationFlagged(Objects.requireNonNull(together), at));
        }
        events.addAll(routeAfter(before, at));
        return events;
    }

    /** A route that was chosen on another class no longer holds: the office chooses again. */
    private List<InitiativeEvent> routeAfter(Outcome before, Instant at) {
        var now = triage().outcome();
        if (now != before || initiativeState() == InitiativeState.SUBMITTED) {
            var waiting = now.isKnown() ? InitiativeState.TRIAGED : InitiativeState.SUBMITTED;
            if (initiativeState() != waiting) {
                moveTo(waiting);
            }
        }
        return before == Outcome.NEEDS_INFORMATION || now == before
                ? List.of()
                : List.of(new InitiativeEvent.Reclassified(before, now, at));
    }

    private void requireLessonsAnswered() {
        var unanswered = review().unanswered();
        LESSONS_ANSWERED.require(unanswered.isEmpty(), Map.of("lessons", unanswered));
    }

    private static void requireOwnDepartment(Actor by, Proposal proposal) {
        OWN_DEPARTMENT.require(by.has(Roles.FEEDER) || by.speaksFor(proposal.sponsoringDepartment()));
    }

    private void requireGoesOn(Initiative target) {
        OTHER_INITIATIVE.require(!target.id().equals(id()));
        TARGET_GOES_ON.require(
                target.initiativeState().isLive(),
                Map.of("target", target.reference(), "state", target.initiativeState()));
    }

    private static List<InitiativeEvent> and(InitiativeEvent first, List<InitiativeEvent> more) {
        var all = new ArrayList<InitiativeEvent>();
        all.add(first);
        all.addAll(more);
        return all;
    }

    @Override
    public InitiativeTriage triage() {
        return triage;
    }

    @Override
    public InitiativeReview review() {
        return review;
    }

    @Override
    public InitiativeCase boardCase() {
        return boardCase;
    }

    @Override
    protected InitiativeView state() {
        return InitiativeView.of(this, null);
    }
}
