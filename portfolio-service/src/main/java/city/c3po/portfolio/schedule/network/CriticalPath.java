package city.c3po.portfolio.schedule.network;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.time.CityCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dates of a network by the critical path method, with the conventions of the package. */
public final class CriticalPath {
    private final Network network;
    private final LocalDate dataDate;
    private final Times times;
    private final Passes passes;
    private final double[] duration;
    private final double[] start;
    private final double[] finish;
    private final double[] lateFinish;
    private final double end;
    private final int criticalFloat;
    private final List<ActivityDates> dates;

    private CriticalPath(Network network, CityCalendar calendar, LocalDate dataDate, int criticalFloat) {
        this.network = network;
        this.dataDate = dataDate;
        this.criticalFloat = criticalFloat;
        times = new Times(network, calendar, dataDate);
        passes = new Passes(network, times);
        duration = times.durations(dataDate);
        start = new double[times.size()];
        finish = new double[times.size()];
        lateFinish = new double[times.size()];
        end = passes.forward(duration, start, finish);
        passes.backward(duration, end, finish, lateFinish);
        var drivers = new Drivers(network, times, duration, start, finish, lateFinish);
        var byNetwork = new ActivityDates[times.size()];
        for (int i = 0; i < byNetwork.length; i++) {
            byNetwork[network.order()[i]] = dates(i, drivers);
        }
        dates = Collections.unmodifiableList(Arrays.asList(byNetwork));
    }

    /** With a total float of 0 being critical. */
    public static CriticalPath of(Network network, CityCalendar calendar, LocalDate dataDate) {
        return of(network, calendar, dataDate, 0);
    }

    /**
     * @param dataDate the day at whose opening the actuals were taken; for a mere plan the project's start
     * @param criticalFloat the most total float that still is critical
     * @throws city.c3po.platform.rule.RuleViolation when an actual date lies after the data date, or the schedule never ends
     */
    public static CriticalPath of(Network network, CityCalendar calendar, LocalDate dataDate, int criticalFloat) {
        requireHappened(network, dataDate);
        return new CriticalPath(network, calendar, dataDate, criticalFloat);
    }

    /** The passes alone, for durations other than those of the network. */
    public static Passes passes(Network network, CityCalendar calendar, LocalDate dataDate) {
        requireHappened(network, dataDate);
        return new Passes(network, new Times(network, calendar, dataDate));
    }

    private static void requireHappened(Network network, LocalDate dataDate) {
        // before any day is counted: counting goes day by day
        NetworkRule.WITHIN_A_CENTURY.require(
                dataDate.isAfter(network.projectStart().minusYears(100))
                        && dataDate.isBefore(network.projectStart().plusYears(100)));
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < network.activities().size(); i++) {
            var activity = network.activities().get(i);
            requireHappened("/activities/" + i + "/actualStart", activity.actualStart(), dataDate, faults);
            requireHappened("/activities/" + i + "/actualFinish", activity.actualFinish(), dataDate, faults);
        }
        if (!faults.isEmpty()) {
            throw NetworkRule.ACTUALS_BY_DATA_DATE.violated(faults);
        }
    }

    private static void requireHappened(String at, @Nullable LocalDate date, LocalDate dataDate, List<Fault> faults) {
        if (date != null && date.isAfter(dataDate)) {
            faults.add(new Fault(at, "after-data-date", "after " + dataDate));
        }
    }

    private ActivityDates dates(int i, Drivers drivers) {
        var activity = times.activity(i);
        var progress = activity.progress();
        boolean floats = passes.floats(i);
        double begun = progress == Progress.PLANNED ? start[i] : times.begun[i];
        var earlyStart = activity.actualStart() != null ? activity.actualStart() : shown(i, times.startDate(i, begun));
        var earlyFinish = activity.actualFinish() != null
                ? activity.actualFinish()
                : later(earlyStart, shown(i, times.finishDate(i, finish[i])));
        int slack = (int) (lateFinish[i] - finish[i]);
        return new ActivityDates(
                activity.id(),
                progress,
                earlyStart,
                earlyFinish,
                floats ? times.startDate(i, lateFinish[i] - duration[i]) : earlyStart,
                floats ? times.finishDate(i, lateFinish[i]) : earlyFinish,
                progress == Progress.RUNNING && floats ? times.startDate(i, start[i]) : null,
                floats ? slack : null,
                floats ? (int) passes.freeFloat(i, end, start, finish) : null,
                floats && slack <= criticalFloat,
                drivers.ofStart(i),
                drivers.ofFinish(i),
                drivers.ofLate(i),
                activity.constraints().stream()
                        .anyMatch(one -> one.type() == Constraint.Type.DEADLINE && earlyFinish.isAfter(one.date())));
    }

    /** A milestone that closes a day is not reached before the first day on which anything can still happen. */
    private LocalDate shown(int i, LocalDate date) {
        boolean ahead = times.progress[i] == Progress.PLANNED && times.kind[i] == Activity.Kind.MILESTONE;
        return ahead ? later(date, times.dataDayDate()) : date;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    public LocalDate dataDate() {
        return dataDate;
    }

    /** The first day on which anything is done. */
    public LocalDate start() {
        return Collections.min(dates.stream().map(ActivityDates::earlyStart).toList());
    }

    /** The last early finish of all but levels of effort, or of these where there is nothing else. */
    public LocalDate finish() {
        var bearing = dates.stream()
                .filter(one ->
                        network.activities().get(network.indexOf(one.id())).kind() != Activity.Kind.LEVEL_OF_EFFORT)
                .map(ActivityDates::earlyFinish)
                .toList();
        return bearing.isEmpty()
                ? Collections.max(dates.stream().map(ActivityDates::earlyFinish).toList())
                : Collections.max(bearing);
    }

    /** Working days from start to finish. */
    public int duration() {
        return times.workingDays(start(), finish());
    }

    /** In the network's order. */
    public List<ActivityDates> activities() {
        return dates;
    }

    public ActivityDates of(String id) {
        return dates.get(network.indexOf(id));
    }

    /** From the first activity to the one that finishes last: what the project's finish follows from. */
    public List<String> drivingPath() {
        int last = -1;
        for (int i = 0; i < finish.length; i++) {
            boolean bears = times.kind[i] != Activity.Kind.LEVEL_OF_EFFORT;
            if (bears && (last < 0 || finish[i] >= finish[last])) {
                last = i;
            }
        }
        var path = new ArrayList<String>();
        if (last >= 0) {
            var at = of(times.activity(last).id());
            path.add(at.id());
            for (var link = at.finishDriver().link(); link != null; ) {
                at = of(link.predecessor());
                path.addFirst(at.id());
                link = (link.type().fromFinish() ? at.finishDriver() : at.startDriver()).link();
            }
        }
        return path;
    }
}
