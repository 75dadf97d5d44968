package city.c3po.portfolio.schedule.network;

import city.c3po.portfolio.schedule.network.Activity.Kind;
import org.jspecify.annotations.Nullable;

/** Finds what a reckoned date follows from. */
final class Drivers {
    private static final Driver ACTUAL = new Driver.Actual();
    private static final Driver DATA_DATE = new Driver.DataDate();
    private static final Driver PROJECT_START = new Driver.ProjectStart();
    private static final Driver PROJECT_FINISH = new Driver.ProjectFinish();
    private static final Driver DURATION = new Driver.Duration();

    private final Times times;
    private final double[] duration;
    private final double[] start;
    private final double[] finish;
    private final double[] lateFinish;

    /** The first link that holds the start, the finish, and the late finish of each activity. */
    private final @Nullable Link[] ofStart;

    private final @Nullable Link[] ofFinish;
    private final @Nullable Link[] ofLate;

    Drivers(Network network, Times times, double[] duration, double[] start, double[] finish, double[] lateFinish) {
        this.times = times;
        this.duration = duration;
        this.start = start;
        this.finish = finish;
        this.lateFinish = lateFinish;
        ofStart = new Link[start.length];
        ofFinish = new Link[start.length];
        ofLate = new Link[start.length];
        network.links().forEach(this::enter);
    }

    private void enter(Link link) {
        int p = times.position(link.predecessor());
        int s = times.position(link.successor());
        double released = (link.type().fromFinish() ? finish[p] : begun(p)) + link.lag();
        if (link.type().toStart()) {
            if (ofStart[s] == null && released == start[s]) {
                ofStart[s] = link;
            }
        } else if (ofFinish[s] == null && released == finish[s]) {
            ofFinish[s] = link;
        }
        boolean passesBack =
                floats(p) && floats(s) && (link.type().fromFinish() || times.progress[p] == Progress.PLANNED);
        if (passesBack && ofLate[p] == null) {
            double must = link.type().toStart() ? lateFinish[s] - duration[s] : lateFinish[s];
            if (must - link.lag() + (link.type().fromFinish() ? 0 : duration[p]) == lateFinish[p]) {
                ofLate[p] = link;
            }
        }
    }

    Driver ofStart(int i) {
        if (times.progress[i] != Progress.PLANNED) {
            return ACTUAL;
        }
        return times.kind[i] == Kind.LEVEL_OF_EFFORT ? opening(i) : remaining(i);
    }

    Driver ofFinish(int i) {
        if (times.progress[i] == Progress.FINISHED) {
            return ACTUAL;
        }
        return times.kind[i] == Kind.LEVEL_OF_EFFORT ? closing(i) : remaining(i);
    }

    /** What is still to be done is one piece: the same drives its start and its finish. */
    private Driver remaining(int i) {
        var link = ofStart[i] != null ? ofStart[i] : ofFinish[i];
        if (link != null) {
            return new Driver.ByLink(link);
        }
        var constraint = holding(i, true);
        if (constraint == null) {
            constraint = holding(i, false);
        }
        return constraint != null ? new Driver.ByConstraint(constraint) : atFirst();
    }

    private Driver opening(int i) {
        if (ofStart[i] != null) {
            return new Driver.ByLink(ofStart[i]);
        }
        var constraint = holding(i, true);
        return constraint != null ? new Driver.ByConstraint(constraint) : atFirst();
    }

    private Driver closing(int i) {
        if (ofFinish[i] != null) {
            return new Driver.ByLink(ofFinish[i]);
        }
        var constraint = holding(i, false);
        if (constraint != null) {
            return new Driver.ByConstraint(constraint);
        }
        return duration[i] > 0 ? DURATION : PROJECT_FINISH;
    }

    private Driver atFirst() {
        return times.dataDay > 0 ? DATA_DATE : PROJECT_START;
    }

    private @Nullable Constraint holding(int i, boolean theStart) {
        for (var one : times.activity(i).constraints()) {
            boolean counts = one.type().holdsBack()
                    && one.type().onStart() == theStart
                    && !(theStart && times.progress[i] != Progress.PLANNED);
            if (counts && times.pointOf(i, one) == (theStart ? start[i] : finish[i])) {
                return one;
            }
        }
        return null;
    }

    Driver ofLate(int i) {
        if (times.progress[i] == Progress.FINISHED) {
            return ACTUAL;
        }
        if (!floats(i)) {
            return ofFinish(i);
        }
        if (ofLate[i] != null) {
            return new Driver.ByLink(ofLate[i]);
        }
        for (var one : times.activity(i).constraints()) {
            boolean past = one.type().onStart() && times.progress[i] != Progress.PLANNED;
            double point = times.pointOf(i, one) + (one.type().onStart() ? duration[i] : 0);
            if (one.type().tightens() && !past && point == lateFinish[i]) {
                return new Driver.ByConstraint(one);
            }
        }
        return PROJECT_FINISH;
    }

    private double begun(int i) {
        return times.progress[i] == Progress.PLANNED ? start[i] : times.begun[i];
    }

    private boolean floats(int i) {
        return times.progress[i] != Progress.FINISHED && times.kind[i] != Kind.LEVEL_OF_EFFORT;
    }
}
