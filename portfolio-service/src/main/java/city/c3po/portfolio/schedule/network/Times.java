package city.c3po.portfolio.schedule.network;

import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.schedule.network.Activity.Kind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** All dates of a network as numbers of working days, in an order where predecessors come first; and numbers as dates. */
public final class Times {
    private static final double TOLERANCE = 1e-6;
    /** A hundred years have fewer working days. */
    private static final int A_CENTURY = 26_100;

    private final Network network;
    private final WorkDays workDays;
    private final Map<String, Integer> positions;
    private final boolean[] closing;

    /** The first working day for what is still to be done. */
    final int dataDay;

    final Kind[] kind;
    final Progress[] progress;
    /** Actual start and finish where there are any. */
    final double[] begun;

    final double[] ended;
    final double[] earliestStart;
    final double[] earliestFinish;
    final double[] latestStart;
    final double[] latestFinish;

    Times(Network network, CityCalendar calendar, LocalDate dataDate) {
        this.network = network;
        workDays = WorkDays.of(calendar, network.projectStart());
        int size = network.activities().size();
        positions = new HashMap<>(size * 2);
        for (int i = 0; i < size; i++) {
            positions.put(activity(i).id(), i);
        }
        closing = new boolean[size];
        for (var link : network.links()) {
            int successor = position(link.successor());
            closing[successor] |=
                    link.type().fromFinish() && activity(successor).kind() == Kind.MILESTONE;
        }
        dataDay = Math.max(0, workDays.from(dataDate));
        kind = new Kind[size];
        progress = new Progress[size];
        begun = new double[size];
        ended = new double[size];
        earliestStart = new double[size];
        earliestFinish = new double[size];
        latestStart = new double[size];
        latestFinish = new double[size];
        for (int i = 0; i < size; i++) {
            enter(i);
        }
    }

    private void enter(int i) {
        var activity = activity(i);
        kind[i] = activity.kind();
        progress[i] = activity.progress();
        if (activity.actualStart() != null) {
            begun[i] = opening(i, activity.actualStart());
        }
        if (activity.actualFinish() != null) {
            ended[i] = Math.max(begun[i], close(i, activity.actualFinish()));
        }
        earliestStart[i] = dataDay;
        earliestFinish[i] = Double.NEGATIVE_INFINITY;
        latestStart[i] = Double.POSITIVE_INFINITY;
        latestFinish[i] = Double.POSITIVE_INFINITY;
        for (var constraint : activity.constraints()) {
            heed(i, constraint);
        }
    }

    private void heed(int i, Constraint constraint) {
        double point = pointOf(i, constraint);
        if (constraint.type().onStart()) {
            if (progress[i] != Progress.PLANNED) {
                return; // its start is history
            }
            if (constraint.type().holdsBack()) {
                earliestStart[i] = Math.max(earliestStart[i], point);
            }
            if (constraint.type().tightens()) {
                latestStart[i] = Math.min(latestStart[i], point);
            }
        } else {
            if (constraint.type().holdsBack()) {
                earliestFinish[i] = Math.max(earliestFinish[i], point);
            }
            if (constraint.type().tightens()) {
                latestFinish[i] = Math.min(latestFinish[i], point);
            }
        }
    }

    /** The point in time a constraint speaks of: before a day off for "no later", after it otherwise. */
    double pointOf(int i, Constraint constraint) {
        boolean noLater = constraint.type().tightens() && !constraint.type().holdsBack();
        int day = noLater ? workDays.through(constraint.date()) - 1 : workDays.from(constraint.date());
        boolean opens =
                kind[i] == Kind.MILESTONE ? !closing[i] : constraint.type().onStart();
        return opens ? day : day + 1;
    }

    private int opening(int i, LocalDate start) {
        return closing[i] ? workDays.through(start) : workDays.from(start);
    }

    private int close(int i, LocalDate finish) {
        return kind[i] == Kind.MILESTONE && !closing[i] ? workDays.from(finish) : workDays.through(finish);
    }

    /** Planned durations; of a running activity what remains; of a milestone and what is finished 0. */
    public double[] durations(LocalDate dataDate) {
        var durations = new double[size()];
        for (int i = 0; i < durations.length; i++) {
            var activity = activity(i);
            durations[i] = switch (activity.progress()) {
                case PLANNED -> activity.duration();
                case RUNNING -> remaining(activity, dataDate);
                case FINISHED -> 0;
            };
        }
        return durations;
    }

    private int remaining(Activity activity, LocalDate dataDate) {
        if (activity.kind() == Kind.LEVEL_OF_EFFORT) {
            return activity.duration();
        }
        var stated = activity.remaining();
        var start = activity.actualStart();
        return stated != null || start == null
                ? (stated == null ? activity.duration() : stated)
                : Math.max(1, activity.duration() - workDays.between(start, dataDate.minusDays(1)));
    }

    /** The date on which work that starts at {@code point} starts. */
    LocalDate startDate(int i, double point) {
        return closing[i] ? finishDate(i, point) : day(Math.floor(point + TOLERANCE));
    }

    /** The last date of work that ends at {@code point}; a part of a day counts as that whole day. */
    LocalDate finishDate(int i, double point) {
        return kind[i] == Kind.MILESTONE && !closing[i] ? startDate(i, point) : closeOf(point);
    }

    /** The date whose close is {@code point}, rounded up to the end of a working day. */
    public LocalDate closeOf(double point) {
        return day(Math.ceil(point - TOLERANCE) - 1);
    }

    /** The point by which work ends that ends on {@code last} at the latest. */
    public int closing(LocalDate last) {
        return workDays.through(last);
    }

    private LocalDate day(double number) {
        NetworkRule.WITHIN_A_CENTURY.require(number < A_CENTURY);
        return workDays.day((int) number);
    }

    /** The first working day for what is still to be done, as a date. */
    LocalDate dataDayDate() {
        return workDays.day(dataDay);
    }

    int workingDays(LocalDate first, LocalDate last) {
        return workDays.between(first, last);
    }

    int size() {
        return positions.size();
    }

    public int position(String id) {
        var position = positions.get(id);
        if (position == null) {
            throw new IllegalArgumentException("no activity " + id);
        }
        return position;
    }

    /** The activity at a position. */
    public Activity activity(int position) {
        return network.activities().get(network.order()[position]);
    }
}
