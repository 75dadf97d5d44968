package city.c3po.portfolio.simulation;

import city.c3po.platform.rule.Fault;
import city.c3po.portfolio.schedule.network.Network;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Looks at every assumption and tells all that is wrong at once. */
final class AssumptionSoundness {
    private static final double MOST_DAYS = 10_000;
    private static final double MOST_MONEY = 1e13;

    private final Network network;
    private final Assumptions assumptions;
    private final List<Fault> faults = new ArrayList<>();

    AssumptionSoundness(Network network, Assumptions assumptions) {
        this.network = network;
        this.assumptions = assumptions;
    }

    void require() {
        int runs = assumptions.runs();
        SimulationRule.RUNS_WITHIN_LIMITS.require(
                runs >= Assumptions.FEWEST_RUNS && runs <= Assumptions.MOST_RUNS, Map.of("runs", runs));
        var activities = new HashSet<String>();
        for (int i = 0; i < assumptions.uncertainties().size(); i++) {
            var one = assumptions.uncertainties().get(i);
            var at = "/uncertainties/" + i;
            check(at + "/activity", network.has(one.activity()), "unknown", "the schedule has no such activity");
            check(at + "/activity", activities.add(one.activity()), "twice", "each activity occurs once");
            spread(at + "/days", one.days(), MOST_DAYS);
            check(at + "/days", !(one.days().low() < 0), "negative", "a duration is not negative");
            spread(at + "/cost", one.cost(), MOST_MONEY);
            check(at + "/costPerDay", Math.abs(one.costPerDay()) <= MOST_MONEY, "too-much", "up to 10^13");
        }
        var risks = new HashSet<String>();
        for (int i = 0; i < assumptions.risks().size(); i++) {
            var one = assumptions.risks().get(i);
            var at = "/risks/" + i;
            check(at + "/id", risks.add(one.id()), "twice", "each id occurs once");
            check(at + "/probability", one.probability() >= 0 && one.probability() <= 1, "outside", "from 0 to 1");
            spread(at + "/days", one.days(), MOST_DAYS);
            spread(at + "/cost", one.cost(), MOST_MONEY);
            for (int k = 0; k < one.activities().size(); k++) {
                boolean known = network.has(one.activities().get(k));
                check(at + "/activities/" + k, known, "unknown", "the schedule has no such activity");
            }
        }
        var finish = assumptions.baselineFinish();
        boolean near = finish == null || Math.abs(ChronoUnit.YEARS.between(network.projectStart(), finish)) < 100;
        check("/baselineFinish", near, "too-far", "within a hundred years of the project's start");
        if (!faults.isEmpty()) {
            throw SimulationRule.SOUND_ASSUMPTIONS.violated(faults);
        }
    }

    private void spread(String at, Spread spread, double most) {
        check(at, spread.soundUpTo(most), "not-in-order", "low ≤ likely ≤ high, each within ±" + (long) most);
    }

    private void check(String at, boolean holds, String code, String detail) {
        if (!holds) {
            faults.add(new Fault(at, code, detail));
        }
    }
}
