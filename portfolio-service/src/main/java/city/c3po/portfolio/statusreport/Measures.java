package city.c3po.portfolio.statusreport;

import city.c3po.platform.value.Money;
import city.c3po.platform.value.Ratio;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far off a project is in each dimension, as its figures say. What has no figures is left out. */
final class Measures {
    private Measures() {}

    /** @param changed what approved changes cost since Baseline 0, without signs */
    static Map<Dimension, Ratio> of(StatusSnapshot snapshot, BigDecimal changed) {
        var measured = new EnumMap<Dimension, Ratio>(Dimension.class);
        var current = snapshot.current();
        var original = snapshot.original();
        if (current != null && original != null) {
            measured.put(Dimension.SCOPE, Ratio.of(changed, original.cost().amount()));
            measured.put(Dimension.SCHEDULE, current.finishShare());
            measured.put(Dimension.COST, current.costShare());
            measured.put(
                    Dimension.RISK,
                    Ratio.of(snapshot.expectedLoss().amount(), current.cost().amount()));
        }
        var hours = snapshot.hours();
        if (hours != null) {
            measured.put(Dimension.RESOURCES, Ratio.of(hours.missing(), hours.needed()));
        }
        var benefits = snapshot.benefits();
        if (benefits != null) {
            measured.put(Dimension.BENEFITS, Ratio.of(benefits.off(), BigDecimal.ONE));
        }
        var vendors = snapshot.vendors();
        if (vendors != null) {
            measured.put(Dimension.VENDOR, vendor(vendors, current == null ? null : current.cost()));
        }
        return measured;
    }

    /**
     * The worse of two: what vendors' risks are expected to cost as a share of the orders (of the baseline where finance
     * posts no orders), and the share of their open issues that is overdue.
     */
    private static Ratio vendor(StatusSnapshot.Vendors vendors, @Nullable Money baseline) {
        var ordered = vendors.ordered() == null ? baseline : vendors.ordered();
        var lost = vendors.expectedLoss().amount();
        var loss = lost.signum() == 0
                ? Ratio.of(lost, BigDecimal.ONE)
                : Ratio.of(lost, ordered == null ? null : ordered.amount());
        if (vendors.openIssues() == 0) {
            return loss;
        }
        var late = Ratio.of(BigDecimal.valueOf(vendors.overdueIssues()), BigDecimal.valueOf(vendors.openIssues()));
        return loss.value() == null || isMore(late, loss.value()) ? late : loss;
    }

    private static boolean isMore(Ratio one, BigDecimal other) {
        return one.value() != null && one.value().compareTo(other) > 0;
    }
}
