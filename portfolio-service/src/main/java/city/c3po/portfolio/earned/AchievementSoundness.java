package city.c3po.portfolio.earned;

import city.c3po.platform.rule.Fault;
import city.c3po.portfolio.earned.Technique.WeightedMilestones;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at every achievement and tells all that is wrong at once. */
final class AchievementSoundness {
    private final List<WorkPackage> packages;
    private final LocalDate asOf;
    private final List<Achievement> achievements;
    private final List<Fault> faults = new ArrayList<>();

    AchievementSoundness(List<WorkPackage> packages, LocalDate asOf, List<Achievement> achievements) {
        this.packages = packages;
        this.asOf = asOf;
        this.achievements = achievements;
    }

    void require() {
        var known = new HashMap<String, WorkPackage>();
        packages.forEach(one -> known.put(one.id(), one));
        var told = new HashSet<String>();
        for (int i = 0; i < achievements.size(); i++) {
            var one = achievements.get(i);
            // as in the body that says them
            var at = "/achievements/" + i;
            var of = known.get(one.workPackage());
            check(at + "/activity", of != null, "unknown", "the baseline has no such work package");
            check(at + "/activity", told.add(one.workPackage()), "twice", "each work package is told once");
            dates(at, one);
            var percent = one.percent();
            boolean within =
                    percent == null || percent.signum() >= 0 && percent.compareTo(PerformanceBaseline.HUNDRED) <= 0;
            check(at + "/percent", within, "outside", "from 0 to 100");
            boolean begun = percent == null || percent.signum() == 0 || one.started() != null;
            check(at + "/started", begun, "missing", "what is partly done has started");
            if (of != null) {
                check(at + "/steps", stepsOf(of).containsAll(one.steps()), "unknown", "steps of the work package");
            }
        }
        if (!faults.isEmpty()) {
            throw EarnedRule.SOUND_ACHIEVEMENTS.violated(faults);
        }
    }

    private void dates(String at, Achievement one) {
        check(at + "/started", passed(one.started()), "too-late", "not after " + asOf);
        check(at + "/finished", passed(one.finished()), "too-late", "not after " + asOf);
        if (one.finished() != null) {
            check(at + "/started", one.started() != null, "missing", "what is finished has started");
            boolean inOrder = one.started() == null || !one.finished().isBefore(one.started());
            check(at + "/finished", inOrder, "before-start", "finished before it started");
        }
    }

    private boolean passed(@Nullable LocalDate date) {
        return date == null || !date.isAfter(asOf);
    }

    private static Set<String> stepsOf(WorkPackage of) {
        return of.technique() instanceof WeightedMilestones weighted
                ? weighted.steps().stream().map(Technique.Step::id).collect(Collectors.toSet())
                : Set.of();
    }

    private void check(String at, boolean holds, String code, String detail) {
        if (!holds) {
            faults.add(new Fault(at, code, detail));
        }
    }
}
