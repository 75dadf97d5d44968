package city.c3po.portfolio.earned;

import city.c3po.platform.rule.Fault;
import city.c3po.portfolio.earned.Technique.WeightedMilestones;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Looks at every work package and tells all that is wrong at once. */
final class BaselineSoundness {
    private static final int YEARS = 100;

    private final List<WorkPackage> packages;
    private final List<Fault> faults = new ArrayList<>();

    BaselineSoundness(List<WorkPackage> packages) {
        this.packages = packages;
    }

    void require() {
        check("", !packages.isEmpty(), "empty", "a baseline has at least one work package");
        var ids = new HashSet<String>();
        for (int i = 0; i < packages.size(); i++) {
            var one = packages.get(i);
            check("/" + i + "/id", ids.add(one.id()), "twice", "each id occurs once");
            check("/" + i + "/budget", one.budget().signum() >= 0, "negative", "a budget is not negative");
            check("/" + i + "/budget", cents(one.budget()), "too-fine", "money has two places");
            check("/" + i + "/finish", !one.finish().isBefore(one.start()), "before-start", "finish before start");
            boolean near = Math.abs(ChronoUnit.YEARS.between(packages.getFirst().start(), one.start())) < YEARS
                    && ChronoUnit.YEARS.between(one.start(), one.finish()) < YEARS;
            check("/" + i + "/start", near, "too-far", "all within a hundred years");
            if (one.technique() instanceof WeightedMilestones weighted) {
                steps("/" + i + "/technique/steps", one, weighted.steps());
            }
        }
        if (!faults.isEmpty()) {
            throw EarnedRule.SOUND_BASELINE.violated(faults);
        }
    }

    private void steps(String at, WorkPackage one, List<Technique.Step> steps) {
        var ids = new HashSet<String>();
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            check(at + "/" + i + "/id", ids.add(step.id()), "twice", "each id occurs once");
            check(at + "/" + i + "/weight", step.weight().signum() > 0, "not-positive", "a weight is more than 0");
            boolean within =
                    !step.planned().isBefore(one.start()) && !step.planned().isAfter(one.finish());
            check(at + "/" + i + "/planned", within, "outside", "within the work package's dates");
            sum = sum.add(step.weight());
        }
        check(at, sum.compareTo(PerformanceBaseline.HUNDRED) == 0, "not-100", "weights add up to 100, not " + sum);
    }

    private static boolean cents(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 2;
    }

    private void check(String at, boolean holds, String code, String detail) {
        if (!holds) {
            faults.add(new Fault(at, code, detail));
        }
    }
}
