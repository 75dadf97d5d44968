package city.c3po.gateway.door;

import java.util.ArrayDeque;
import java.util.function.LongSupplier;

/**
 * Leaves a service alone that has failed too often in a while: for a rest nobody asks it, then one request tries, and
 * its fate decides for all. A service that answers costs nothing here but a look.
 */
final class Breaker {
    private static final long CLOSED = Long.MIN_VALUE;

    private final int most;
    private final long windowNanos;
    private final long restNanos;
    private final LongSupplier clock;

    /** When each failure within the window was. */
    private final ArrayDeque<Long> failures = new ArrayDeque<>();
    /** Until when nobody asks, or {@link #CLOSED}. */
    private volatile long openUntil = CLOSED;

    /** @param clock in nanoseconds, from any beginning */
    Breaker(int most, long windowNanos, long restNanos, LongSupplier clock) {
        this.most = most;
        this.windowNanos = windowNanos;
        this.restNanos = restNanos;
        this.clock = clock;
    }

    /** Whether a request may go; each that does must end in {@link #succeeded}, {@link #failed} or neither. */
    boolean admits() {
        return openUntil == CLOSED || tries();
    }

    /** The first after the rest; should it end without a verdict, the next one tries after another rest. */
    private synchronized boolean tries() {
        if (openUntil == CLOSED) {
            return true;
        }
        var now = clock.getAsLong();
        if (now - openUntil < 0) {
            return false;
        }
        openUntil = now + restNanos;
        return true;
    }

    void succeeded() {
        if (openUntil != CLOSED) {
            close();
        }
    }

    private synchronized void close() {
        openUntil = CLOSED;
        failures.clear();
    }

    synchronized void failed() {
        var now = clock.getAsLong();
        failures.addLast(now);
        while (now - failures.getFirst() > windowNanos) {
            failures.removeFirst();
        }
        if (openUntil != CLOSED || failures.size() >= most) {
            openUntil = now + restNanos;
        }
    }
}
