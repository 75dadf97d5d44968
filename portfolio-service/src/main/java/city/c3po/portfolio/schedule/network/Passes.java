package city.c3po.portfolio.schedule.network;

import city.c3po.portfolio.schedule.network.Activity.Kind;
import city.c3po.portfolio.schedule.network.Link.Type;
import java.util.Arrays;

/**
 * Forward and backward pass over arrays, for any durations: whole ones in {@link CriticalPath}, sampled ones in a forecast.
 * All arrays are in the order of {@link #activityAt}, every predecessor before its successors; times are in working days from
 * the project's start (see the package). A pass allocates nothing.
 */
public final class Passes {
    private final Times times;
    private final int size;
    private final Kind[] kind;
    private final Progress[] progress;

    // links by successor, then the same links by predecessor
    private final int[] incoming;
    private final int[] from;
    private final Type[] inType;
    private final int[] inLag;
    private final int[] outgoing;
    private final int[] to;
    private final Type[] outType;
    private final int[] outLag;

    Passes(Network network, Times times) {
        this.times = times;
        size = times.size();
        kind = times.kind;
        progress = times.progress;
        int links = network.links().size();
        incoming = new int[size + 1];
        outgoing = new int[size + 1];
        from = new int[links];
        inType = new Type[links];
        inLag = new int[links];
        to = new int[links];
        outType = new Type[links];
        outLag = new int[links];
        for (var link : network.links()) {
            incoming[times.position(link.successor()) + 1]++;
            outgoing[times.position(link.predecessor()) + 1]++;
        }
        Arrays.parallelPrefix(incoming, Integer::sum);
        Arrays.parallelPrefix(outgoing, Integer::sum);
        var nextIn = incoming.clone();
        var nextOut = outgoing.clone();
        for (var link : network.links()) {
            int predecessor = times.position(link.predecessor());
            int successor = times.position(link.successor());
            int in = nextIn[successor]++;
            from[in] = predecessor;
            inType[in] = link.type();
            inLag[in] = link.lag();
            int out = nextOut[predecessor]++;
            to[out] = successor;
            outType[out] = link.type();
            outLag[out] = link.lag();
        }
    }

    public int size() {
        return size;
    }

    /**
     * Early dates. {@code start} becomes the early start, of a running activity that of its remaining part.
     *
     * @param duration working days, of a running activity those that remain; ignored for what is finished
     * @return the project's finish: the last finish of all but levels of effort
     */
    public double forward(double[] duration, double[] start, double[] finish) {
        double end = 0;
        boolean efforts = false;
        for (int i = 0; i < size; i++) {
            if (progress[i] == Progress.FINISHED) {
                start[i] = times.begun[i];
                finish[i] = times.ended[i];
            } else if (kind[i] == Kind.LEVEL_OF_EFFORT) {
                efforts = true;
                continue;
            } else {
                double s = Math.max(times.earliestStart[i], heldStart(i, start, finish));
                double f = Math.max(times.earliestFinish[i], heldFinish(i, start, finish));
                start[i] = Math.max(s, f - duration[i]);
                finish[i] = start[i] + duration[i];
            }
            if (kind[i] != Kind.LEVEL_OF_EFFORT) {
                end = Math.max(end, finish[i]);
            }
        }
        if (efforts) {
            // nothing waits for them, so they come last
            for (int i = 0; i < size; i++) {
                if (kind[i] == Kind.LEVEL_OF_EFFORT && progress[i] != Progress.FINISHED) {
                    span(i, duration[i], end, start, finish);
                }
            }
        }
        return end;
    }

    private void span(int i, double duration, double end, double[] start, double[] finish) {
        boolean running = progress[i] == Progress.RUNNING;
        start[i] = running ? times.begun[i] : Math.max(times.earliestStart[i], heldStart(i, start, finish));
        double served = Math.max(times.earliestFinish[i], heldFinish(i, start, finish));
        double last = served > Double.NEGATIVE_INFINITY ? served : duration > 0 ? start[i] + duration : end;
        finish[i] = Math.max(last, running ? Math.max(start[i], times.dataDay) : start[i]);
    }

    /** The latest that FS and SS links allow for the start of {@code i}; minus infinity when there are none. */
    private double heldStart(int i, double[] start, double[] finish) {
        double held = Double.NEGATIVE_INFINITY;
        for (int k = incoming[i]; k < incoming[i + 1]; k++) {
            if (inType[k].toStart()) {
                held = Math.max(held, released(k, start, finish));
            }
        }
        return held;
    }

    private double heldFinish(int i, double[] start, double[] finish) {
        double held = Double.NEGATIVE_INFINITY;
        for (int k = incoming[i]; k < incoming[i + 1]; k++) {
            if (!inType[k].toStart()) {
                held = Math.max(held, released(k, start, finish));
            }
        }
        return held;
    }

    private double released(int k, double[] start, double[] finish) {
        int p = from[k];
        double event = inType[k].fromFinish() ? finish[p] : progress[p] == Progress.PLANNED ? start[p] : times.begun[p];
        return event + inLag[k];
    }

    /** Late finishes, for the same durations; what is finished, and levels of effort, keep their early ones. */
    public void backward(double[] duration, double end, double[] finish, double[] lateFinish) {
        for (int i = size - 1; i >= 0; i--) {
            if (!floats(i)) {
                lateFinish[i] = finish[i];
                continue;
            }
            double late = Math.min(end, Math.min(times.latestFinish[i], times.latestStart[i] + duration[i]));
            for (int k = outgoing[i]; k < outgoing[i + 1]; k++) {
                int j = to[k];
                if (floats(j) && (outType[k].fromFinish() || progress[i] == Progress.PLANNED)) {
                    double must = outType[k].toStart() ? lateFinish[j] - duration[j] : lateFinish[j];
                    late = Math.min(late, must - outLag[k] + (outType[k].fromFinish() ? 0 : duration[i]));
                }
            }
            lateFinish[i] = late;
        }
    }

    /** Whether it has float: it is neither finished nor a level of effort. */
    public boolean floats(int i) {
        return progress[i] != Progress.FINISHED && kind[i] != Kind.LEVEL_OF_EFFORT;
    }

    /** The least by which a successor that floats, or the project's finish, would notice a delay of {@code i}. */
    double freeFloat(int i, double end, double[] start, double[] finish) {
        double free = end - finish[i];
        for (int k = outgoing[i]; k < outgoing[i + 1]; k++) {
            int j = to[k];
            if (floats(j) && (outType[k].fromFinish() || progress[i] == Progress.PLANNED)) {
                double there = outType[k].toStart() ? start[j] : finish[j];
                free = Math.min(free, there - outLag[k] - (outType[k].fromFinish() ? finish[i] : start[i]));
            }
        }
        return free;
    }

    /** The first working day on which anything that is still to be done can be done. */
    public int dataDay() {
        return times.dataDay;
    }

    public Times times() {
        return times;
    }
}
