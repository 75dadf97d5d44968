package city.c3po.portfolio.baseline;

import static city.c3po.portfolio.baseline.BaselineRule.NO_BASELINE;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Money;
import city.c3po.portfolio.schedule.Schedules;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Compares the schedule with what was approved. */
@Singleton
public class Variances {
    private final Baselines baselines;
    private final Schedules schedules;

    Variances(Baselines baselines, Schedules schedules) {
        this.baselines = baselines;
        this.schedules = schedules;
    }

    /** None before the first baseline, and none without a schedule. */
    public Optional<Variance> ifApproved(UUID project, Actor by) {
        return baselines.current(project).map(any -> of(project, by));
    }

    Variance of(UUID project, Actor by) {
        var schedule = schedules.written(project, by);
        var current = baselines.current(project).orElseThrow(NO_BASELINE::violated);
        var original = baselines.original(project).orElseThrow(NO_BASELINE::violated);
        var now = schedules.activities(project, by).stream()
                .collect(Collectors.toMap(
                        activity -> activity.said().id(),
                        activity -> activity.dates().earlyFinish()));
        var budget = Objects.requireNonNullElse(schedule.summary().budget(), BigDecimal.ZERO);
        var cost = new Money(budget, current.cost().currency());
        var finish = schedule.summary().finish();
        return new Variance(
                schedule.project().reference(),
                finish,
                cost,
                Objects.requireNonNull(current.ordinal()),
                Variance.Against.of(current, baselines.items(current), finish, cost, now),
                Variance.Against.of(original, baselines.items(original), finish, cost, now));
    }
}
