package city.c3po.portfolio.project;

import static city.c3po.portfolio.project.ProjectRule.APPROVERS_NAMED;
import static city.c3po.portfolio.project.ProjectRule.CONDITION_SAID;
import static city.c3po.portfolio.project.ProjectRule.CRITERIA_MET;
import static city.c3po.portfolio.project.ProjectRule.GATE_GOES_ON;
import static city.c3po.portfolio.project.ProjectRule.GATE_IN_REVIEW;
import static city.c3po.portfolio.project.ProjectRule.GATE_NOT_IN_REVIEW;
import static city.c3po.portfolio.project.ProjectRule.GATE_TO_REVIEW;
import static city.c3po.portfolio.project.ProjectRule.JUDGED_ONCE;
import static city.c3po.portfolio.project.ProjectRule.KNOWN_GATE_CRITERION;
import static city.c3po.portfolio.project.ProjectRule.MANDATORY_CRITERIA_MET;
import static city.c3po.portfolio.project.ProjectRule.REASON_SAID;

import city.c3po.platform.actor.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One gate of a project: what must be so, who judges, what they said. A value: each change makes another one.
 *
 * @param round how often it went into review; verdicts are of the present round
 * @param due with CONDITIONAL: the last day on which the way is free
 */
@Schema(name = "Gate", description = "One gate: its criteria, who judges it, and what they said.")
record Gate(
        GateName gate,
        GateState state,
        List<GateCriterion> criteria,
        @Nullable GateApprovers approvers,

        @Schema(description = "How often it went into review.")
        int round,

        @Schema(description = "Subject of who submitted it.") @Nullable String submittedBy,

        @Schema(description = "Of the present round.") List<GateVerdict> verdicts,

        @Schema(description = "With CONDITIONAL: the last day on which the way is free.") @Nullable LocalDate due,

        @Nullable Instant decidedAt) {

    Gate {
        criteria = List.copyOf(criteria);
        verdicts = List.copyOf(verdicts);
    }

    static Gate closed(GateName gate, List<GateCriterion> criteria) {
        return new Gate(gate, GateState.CLOSED, criteria, null, 0, null, List.of(), null, null);
    }

    Gate judgedBy(GateApprovers approvers) {
        GATE_NOT_IN_REVIEW.require(state != GateState.IN_REVIEW);
        requireGoesOn();
        approvers.requireSound();
        return new Gate(gate, state, criteria, approvers, round, submittedBy, verdicts, due, decidedAt);
    }

    Gate with(GateCriterion criterion) {
        requireGoesOn();
        GATE_NOT_IN_REVIEW.require(state != GateState.IN_REVIEW);
        return with(Stream.concat(criteria.stream(), Stream.of(criterion)).toList());
    }

    GateCriterion criterion(String code) {
        return criteria.stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst()
                .orElseThrow(KNOWN_GATE_CRITERION::violated);
    }

    /** The same, with this criterion in the place of the one of its code; the last condition met opens it for good. */
    Gate meeting(GateCriterion met, Instant at) {
        var changed = with(criteria.stream()
                .map(criterion -> criterion.code().equals(met.code()) ? met : criterion)
                .toList());
        return state == GateState.CONDITIONAL && changed.unmet().isEmpty()
                ? changed.moved(GateState.OPEN, null, at)
                : changed;
    }

    Gate submit(Actor by) {
        requireGoesOn();
        GATE_TO_REVIEW.require(state.next().contains(GateState.IN_REVIEW), Map.of("gateState", state));
        APPROVERS_NAMED.require(approvers != null);
        return new Gate(gate, GateState.IN_REVIEW, criteria, approvers, round + 1, by.sub(), List.of(), null, null);
    }

    /** The verdict, and the decision if it is the one that settles the gate. */
    Gate judge(GateVerdict verdict, LocalDate today) {
        GATE_IN_REVIEW.require(state == GateState.IN_REVIEW, Map.of("gateState", state));
        JUDGED_ONCE.require(verdicts.stream().noneMatch(earlier -> earlier.by().equals(verdict.by())));
        requireSound(verdict, today);
        var said = Stream.concat(verdicts.stream(), Stream.of(verdict)).toList();
        var judged = new Gate(gate, state, criteria, approvers, round, submittedBy, said, null, null);
        return judged.outcome()
                .map(outcome -> judged.decided(outcome, verdict.at()))
                .orElse(judged);
    }

    private void requireSound(GateVerdict verdict, LocalDate today) {
        switch (verdict.opinion()) {
            case GO -> CRITERIA_MET.require(unmet().isEmpty(), Map.of("unmet", unmet()));
            case GO_ON_CONDITION -> {
                CONDITION_SAID.require(verdict.comment() != null
                        && verdict.due() != null
                        && verdict.due().isAfter(today));
                MANDATORY_CRITERIA_MET.require(unmetMandatory().isEmpty(), Map.of("unmet", unmetMandatory()));
            }
            case HOLD, TERMINATE -> REASON_SAID.require(verdict.comment() != null);
        }
    }

    /** Settled as soon as enough agree, or as soon as enough no longer can. */
    private Optional<GateState> outcome() {
        var judges = Objects.requireNonNull(approvers);
        long agreed = verdicts.stream().filter(said -> said.opinion().isGo()).count();
        if (agreed >= judges.agreeing()) {
            var onCondition = verdicts.stream().anyMatch(said -> said.opinion() == GateVerdict.Opinion.GO_ON_CONDITION);
            return Optional.of(onCondition ? GateState.CONDITIONAL : GateState.OPEN);
        }
        long against = verdicts.size() - agreed;
        if (judges.people().size() - against >= judges.agreeing()) {
            return Optional.empty();
        }
        long terminating = verdicts.stream()
                .filter(said -> said.opinion() == GateVerdict.Opinion.TERMINATE)
                .count();
        return Optional.of(2 * terminating > against ? GateState.TERMINATED : GateState.HELD);
    }

    private Gate decided(GateState outcome, Instant at) {
        if (outcome != GateState.CONDITIONAL) {
            return moved(outcome, null, at);
        }
        var conditions = verdicts.stream()
                .filter(said -> said.opinion() == GateVerdict.Opinion.GO_ON_CONDITION)
                .toList();
        var more = new ArrayList<>(criteria);
        for (var condition : conditions) {
            more.add(GateCriterion.open(
                    "condition-" + round + "-" + (more.size() - criteria.size() + 1),
                    Objects.requireNonNull(condition.comment()),
                    GateCriterion.Source.CONDITION,
                    false));
        }
        var due = conditions.stream()
                .map(GateVerdict::due)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        return with(more).moved(GateState.CONDITIONAL, due.orElseThrow(), at);
    }

    boolean overdue(LocalDate today) {
        return state == GateState.CONDITIONAL && due != null && due.isBefore(today);
    }

    Gate closedAgain(Instant at) {
        return moved(GateState.CLOSED, null, at);
    }

    /** Whether the way is free on this day. A scheduler closes what is overdue, but nobody waits for it. */
    boolean letsPass(LocalDate today) {
        return unmetMandatory().isEmpty()
                && switch (state) {
                    case OPEN -> true;
                    case CONDITIONAL -> !overdue(today);
                    case CLOSED, IN_REVIEW, HELD, TERMINATED -> false;
                };
    }

    /** Whoever had a hand in what is judged. */
    boolean workOf(Actor by) {
        return by.is(submittedBy) || criteria.stream().anyMatch(criterion -> by.is(criterion.metBy()));
    }

    List<String> unmet() {
        return criteria.stream()
                .filter(criterion -> !criterion.met())
                .map(GateCriterion::code)
                .toList();
    }

    List<String> unmetMandatory() {
        return criteria.stream()
                .filter(criterion -> criterion.mandatory() && !criterion.met())
                .map(GateCriterion::code)
                .toList();
    }

    private void requireGoesOn() {
        GATE_GOES_ON.require(state != GateState.OPEN && state != GateState.TERMINATED, Map.of("gateState", state));
    }

    private Gate with(List<GateCriterion> changed) {
        return new Gate(gate, state, changed, approvers, round, submittedBy, verdicts, due, decidedAt);
    }

    private Gate moved(GateState next, @Nullable LocalDate until, Instant at) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(gate + " does not move from " + state + " to " + next);
        }
        return new Gate(gate, next, criteria, approvers, round, submittedBy, verdicts, until, at);
    }
}
