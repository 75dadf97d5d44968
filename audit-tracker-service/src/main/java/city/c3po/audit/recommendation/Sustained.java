package city.c3po.audit.recommendation;

import city.c3po.audit.audit.Audit;
import city.c3po.audit.audit.Finding;
import city.c3po.audit.reminder.Escalation;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Task;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What measures and time do: evidence that lives, a regression proposed, tests after the verdict, reminders before it. */
@MappedSuperclass
public abstract class Sustained extends Implementation {
    protected Sustained() {}

    Sustained(Actor by, Audit audit, Finding finding, NewRecommendation said, int ordinal, Instant at) {
        super(by, audit, finding, said, ordinal, at);
    }

    /** Whatever it is measured: the number goes with it, and decides nothing. */
    List<RecommendationEvent> measured(Actor by, LivingEvidence now, Instant at) {
        guard(by, RecommendationAction.WATCH);
        if (now.equals(evidence)) {
            return List.of();
        }
        evidence = now;
        return List.of(new RecommendationEvent.Measured(now.key(), now.measure(), at));
    }

    List<RecommendationEvent> unmeasured(Actor by, String control, Instant at) {
        guard(by, RecommendationAction.WATCH);
        if (evidence == null || !evidence.key().equals(control)) {
            return List.of();
        }
        evidence = null;
        regression = null;
        return List.of(new RecommendationEvent.MeasureEnded(control, at));
    }

    /** @param months the last two whole months since a verdict, if the measure was below target in both */
    List<RecommendationEvent> proposeRegression(
            Actor by, String control, Function<LocalDate, Optional<List<String>>> months, Instant at) {
        guard(by, RecommendationAction.WATCH);
        var since = implementedOn;
        if (since == null || regression != null) {
            return List.of();
        }
        return months.apply(since)
                .<List<RecommendationEvent>>map(below -> {
                    regression = new Regression(control, below, at);
                    return List.of(new RecommendationEvent.RegressionProposed(control, below, at));
                })
                .orElse(List.of());
    }

    List<RecommendationEvent> dismissRegression(Actor by, String reason, Instant at) {
        guard(by, RecommendationAction.DISMISS_REGRESSION);
        regression = null;
        return List.of(new RecommendationEvent.RegressionDismissed(reason, at));
    }

    /** Tests whose day came: the measure answers where there is one, and somebody must where there is none. */
    List<RecommendationEvent> retestsDue(Actor by, LocalDate today, Instant at) {
        guard(by, RecommendationAction.WATCH);
        var happened = new ArrayList<RecommendationEvent>();
        var reached = evidence == null ? null : evidence.measure().reached();
        plan(sustainment.stream()
                .map(test -> {
                    if (test.result() != Sustainment.Result.COMING || test.due().isAfter(today)) {
                        return test;
                    }
                    if (reached == null) {
                        happened.add(new RecommendationEvent.RetestDue(test.months(), at));
                        return test.nowDue();
                    }
                    happened.add(new RecommendationEvent.Retested(test.months(), reached, at));
                    return test.tested(reached, today, by.sub(), null);
                })
                .toList());
        return happened;
    }

    /** The oldest that is due. */
    List<RecommendationEvent> retest(Actor by, boolean sustained, @Nullable String words, LocalDate today, Instant at) {
        guard(by, RecommendationAction.RECORD_RETEST);
        var due = sustainment.stream()
                .filter(test -> test.result() == Sustainment.Result.DUE)
                .findFirst()
                .orElseThrow();
        plan(sustainment.stream()
                .map(test -> test.equals(due) ? test.tested(sustained, today, by.sub(), words) : test)
                .toList());
        return List.of(new RecommendationEvent.Retested(due.months(), sustained, at));
    }

    final void plan(List<Sustainment> tests) {
        sustainment = tests;
        retestOn = tests.stream()
                .filter(test -> test.result() == Sustainment.Result.COMING)
                .map(Sustainment::due)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** Once for each target that passed. */
    List<RecommendationEvent> slip(Actor by, LocalDate today, Instant at) {
        guard(by, RecommendationAction.WATCH);
        var target = currentTarget;
        if (target == null || !verifiedStatus.open() || !target.isBefore(today) || target.equals(slippedTarget)) {
            return List.of();
        }
        slippedTarget = target;
        return List.of(new RecommendationEvent.Slipped(target, at));
    }

    /** Once a day at most, of what is due first. */
    List<RecommendationEvent> remind(
            Actor by, Escalation escalation, Function<LocalDate, Instant> begin, LocalDate today, Instant at) {
        guard(by, RecommendationAction.WATCH);
        var due = firstDue().orElse(null);
        if (due == null || !verifiedStatus.open() || today.equals(remindedOn)) {
            return List.of();
        }
        long left = ChronoUnit.DAYS.between(today, due);
        var owners = actions.stream()
                .map(CorrectiveAction::owner)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var former = reminder == null ? List.<String>of() : reminder.people();
        var people = Stream.concat(former.stream(), escalation.people(owners, leadDepartment, left).stream())
                .distinct()
                .toList();
        remindedOn = today;
        reminder = new Reminder(
                begin.apply(due.plusDays(1)).minusSeconds(1), people, due.equals(responseAwaited()) ? true : null);
        return List.of(new RecommendationEvent.Reminded(due, left, Escalation.Level.of(left), at));
    }

    private Optional<LocalDate> firstDue() {
        var answers = Stream.concat(Stream.ofNullable(responseAwaited()), Stream.ofNullable(currentTarget));
        var steps = actions.stream()
                .flatMap(action -> action.milestones().stream())
                .filter(milestone -> !milestone.done())
                .map(Milestone::due);
        return Stream.concat(answers, steps).min(LocalDate::compareTo);
    }

    /** What the issuing body is asked after its verdict, and what people are reminded of before it. */
    @Override
    protected List<Task> tasks() {
        var tasks = new ArrayList<Task>();
        if (reminder != null) {
            boolean responds = reminder.responds() != null;
            boolean over = !verifiedStatus.open()
                    || managementStatus == ManagementStatus.CLAIMED_IMPLEMENTED
                    || responds && responseAwaited() == null;
            for (var person : reminder.people()) {
                tasks.add(new Task(
                        id() + "/due/" + person,
                        person,
                        responds ? "Respond to an audit recommendation" : "Implement an audit recommendation",
                        href(),
                        reminder.due(),
                        over));
            }
        }
        if (implementedOn != null || backwards == Backwards.REGRESSED) {
            tasks.add(ofIssuer("regression", "Decide on a proposed regression", regression != null));
            tasks.add(ofIssuer(
                    "retest",
                    "Test whether it is still implemented",
                    sustainment.stream().anyMatch(test -> test.result() == Sustainment.Result.DUE)));
        }
        return tasks;
    }

    private Task ofIssuer(String name, String action, boolean awaited) {
        return new Task(id() + "/" + name, createdBy(), action, href(), null, !awaited);
    }
}
