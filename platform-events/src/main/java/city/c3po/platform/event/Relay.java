package city.c3po.platform.event;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Carries one topic's outbox to Kafka. One replica holds the lease; it takes rows in id order, sends, waits for the
 * acknowledgements, and only then deletes: at least once, in order per aggregate. Never "id greater than the last":
 * that would lose rows that commit late.
 *
 * <p>A row that can never be sent parks its aggregate; the others flow on.
 */
final class Relay implements AutoCloseable, Runnable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration IDLE = Duration.ofMillis(25);
    /**
     * After a batch, so that what comes next comes together: one that arrives alone costs everybody
     * who is told as much as fifty at once.
     */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private static final Duration WITHOUT_LEASE = Duration.ofSeconds(1);
    private static final Duration WATERMARK_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final String key;
    private final String topic;
    private final String onBroker;
    private final int partitions;
    private final Lease.Address address;
    private final Map<String, Object> broker;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread;
    private Duration backOff = IDLE;
    private volatile boolean closed;
    private volatile RelayState state = RelayState.STARTING;

    Relay(
            String key,
            String topic,
            String onBroker,
            int partitions,
            Lease.Address address,
            Map<String, Object> broker) {
        this.key = key;
        this.topic = topic;
        this.onBroker = onBroker;
        this.partitions = partitions;
        this.address = address;
        this.broker = broker;
        this.thread = Thread.ofPlatform().name("relay-" + topic).daemon().unstarted(this);
    }

    void start() {
        thread.start();
    }

    String topic() {
        return topic;
    }

    RelayState state() {
        return thread.isAlive() || closed ? state : RelayState.FAILING;
    }

    void wake() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                holdLease();
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) { // an Error, too: a relay that died unseen would look like silence
                if (closed) {
                    return;
                }
                state = e instanceof UnfitTopic ? RelayState.UNFIT_TOPIC : RelayState.FAILING;
                LOG.warnf("relay interrupted, will resume topic=%s cause=%s", topic, e.toString());
                pause(e instanceof UnfitTopic ? LONGEST_BACK_OFF : backOff);
                backOff = min(backOff.multipliedBy(2), LONGEST_BACK_OFF);
            }
        }
    }

    private void holdLease() throws SQLException, InterruptedException, ExecutionException {
        try (var lease = address.connect()) {
            while (!closed && !lease.tryHold("relay/" + topic)) {
                state = RelayState.STANDING_BY;
                rest(WITHOUT_LEASE);
            }
            if (closed) {
                return;
            }
            backOff = IDLE;
            LOG.infof("relay lease held topic=%s", topic);
            try (var sender = new Sender(key, onBroker, broker)) {
                demandPartitions(sender);
                work(new Outbox(lease.connection(), topic), new Watermark(lease.connection(), topic, key), sender);
            }
        }
    }

    private void work(Outbox outbox, Watermark watermark, Sender sender)
            throws SQLException, InterruptedException, ExecutionException {
        int epoch = outbox.epoch();
        long nextWatermark = System.nanoTime();
        while (!closed) {
            bell.drainPermits();
            var rows = outbox.next();
            if (!rows.isEmpty()) {
                carry(outbox, sender, epoch, rows);
            }
            state = RelayState.CARRYING;
            if (System.nanoTime() - nextWatermark >= 0) {
                demandPartitions(sender);
                sender.sendToAllPartitions(watermark.read(), epoch);
                epoch = outbox.epoch();
                nextWatermark = System.nanoTime() + WATERMARK_EVERY.toNanos();
            }
            if (rows.isEmpty()) {
                rest(IDLE);
            } else if (rows.size() < Outbox.BATCH) {
                Thread.sleep(GATHERING);
            }
        }
    }

    private void demandPartitions(Sender sender) {
        var there = sender.partitions();
        if (there != partitions) {
            throw new UnfitTopic(
                    ("%s has %d partitions and needs %d: delete it, create it anew, and replay this service's"
                                    + " journal into it")
                            .formatted(onBroker, there, partitions));
        }
    }

    private static final class UnfitTopic extends RuntimeException {
        UnfitTopic(String why) {
            super(why);
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }

    private void carry(Outbox outbox, Sender sender, int epoch, List<JournalRow> rows)
            throws SQLException, InterruptedException, ExecutionException {
        var refused = sender.send(rows, epoch);
        var sent = new ArrayList<Long>(rows.size());
        for (var row : rows) {
            var why = refused.get(row.aggregate());
            if (why == null || row.version() < why.version()) {
                sent.add(row.id());
            } else if (row.version() == why.version()) {
                outbox.park(row, why.error());
                LOG.errorf(
                        "event can never be sent, aggregate parked topic=%s aggregate=%s version=%d cause=%s",
                        topic, row.aggregate(), row.version(), why.error());
            }
        }
        outbox.delete(sent);
    }

    private void rest(Duration atMost) throws InterruptedException {
        bell.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** Finishes the batch in hand, then gives the lease back. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
