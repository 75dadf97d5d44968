package city.c3po.platform.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings records from Kafka to the inbox, a batch at a time on one thread. A batch that cannot be taken is brought
 * again after a pause, for ever: nothing is skipped, and the service says that it is not ready. Offsets are committed
 * behind the inbox and only save work.
 */
final class InboxConsumer implements AutoCloseable, Runnable {
    private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
    static final int BATCH = 500;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration BROKER_ANSWERS_WITHIN = Duration.ofSeconds(3);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final String group;
    private final Map<String, String> sourceByTopic;
    private final Map<String, Object> broker;
    private final Inbox inbox;
    private final Consumer<InboxTally> taken;
    private final Thread thread;
    private volatile boolean closed;
    private volatile InboxState state = InboxState.STARTING;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> kafka;
    private volatile boolean newPartitions;
    private Duration backOff = FIRST_BACK_OFF;
    private long heardAt;
    private int atOnce = BATCH;

    /**
     * @param broker how to reach the broker: bootstrap servers and, where it asks for them, TLS and SASL
     * @param taken told after each commit
     */
    InboxConsumer(
            String group,
            Map<String, String> sourceByTopic,
            Map<String, Object> broker,
            Inbox inbox,
            Consumer<InboxTally> taken) {
        this.group = group;
        this.sourceByTopic = Map.copyOf(sourceByTopic);
        this.broker = Map.copyOf(broker);
        this.inbox = inbox;
        this.taken = taken;
        this.thread = Thread.ofPlatform().name("inbox-" + group).daemon().unstarted(this);
    }

    void start() {
        thread.start();
    }

    InboxState state() {
        return state;
    }

    @Override
    public void run() {
        while (!closed) {
            try (var consumer =
                    new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                kafka = consumer;
                consumer.subscribe(sourceByTopic.keySet(), new Assignments());
                bring(consumer);
            } catch (WakeupException | InterruptException e) {
                // closing
            } catch (Throwable e) {
                // an Error too: a thread that ends unseen would be a service that takes nothing and calls itself ready
                fail(InboxState.BROKER_AWAY, e);
                pause();
            }
        }
        state = InboxState.CLOSED;
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "-inbox");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        // a replica that was killed gives its partitions away after so long
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return settings;
    }

    private void bring(KafkaConsumer<byte[], byte[]> consumer) {
        heardAt = System.nanoTime() - SILENCE.toNanos();
        while (!closed) {
            var records = consumer.poll(POLL);
            try {
                expectPartitions(consumer);
                if (records.isEmpty()) {
                    listen(consumer);
                } else {
                    take(toRecords(records));
                    atOnce = Math.min(BATCH, atOnce * 2);
                    consumer.commitAsync(InboxConsumer::forget);
                    heard();
                }
            } catch (WakeupException | InterruptException e) {
                return;
            } catch (Throwable e) {
                fail(InboxState.RETRYING, e);
                atOnce = Math.max(1, atOnce / 2);
                bringAgain(consumer, records);
                rest(consumer);
            }
        }
    }

    /** In parts, which shrink after a failure, because the batch may have been too much for its time. */
    private void take(List<InboxRecord> records) throws Exception {
        for (int from = 0, to; from < records.size(); from = to) {
            to = Math.min(records.size(), from + atOnce);
            taken.accept(inbox.take(records.subList(from, to)));
        }
    }

    /** An offset that is not kept only makes work: what comes again is dropped. */
    private static void forget(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        if (failure != null) {
            LOG.debugf("offsets not kept cause=%s", failure.toString());
        }
    }

    private List<InboxRecord> toRecords(ConsumerRecords<byte[], byte[]> records) {
        var batch = new ArrayList<InboxRecord>(records.count());
        for (var record : records) {
            batch.add(InboxRecord.of(sourceByTopic.get(record.topic()), record));
        }
        return batch;
    }

    /** So that a partition that says nothing is known to say nothing. */
    private void expectPartitions(KafkaConsumer<byte[], byte[]> consumer) throws Exception {
        if (!newPartitions) {
            return;
        }
        newPartitions = false;
        try {
            for (var topic : sourceByTopic.entrySet()) {
                inbox.expect(
                        topic.getValue(),
                        consumer.partitionsFor(topic.getKey(), BROKER_ANSWERS_WITHIN)
                                .size());
            }
        } catch (Exception e) {
            newPartitions = true;
            throw e;
        }
    }

    /** Every source speaks each second. When all are silent, either they are down or the broker is. */
    private void listen(KafkaConsumer<byte[], byte[]> consumer) {
        if (System.nanoTime() - heardAt < SILENCE.toNanos()) {
            return;
        }
        try {
            consumer.listTopics(BROKER_ANSWERS_WITHIN);
            heard();
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            fail(InboxState.BROKER_AWAY, e);
        }
    }

    private void heard() {
        heardAt = System.nanoTime();
        backOff = FIRST_BACK_OFF;
        if (state != InboxState.TAKING) {
            LOG.infof("inbox takes group=%s sources=%s", group, sourceByTopic.values());
        }
        state = InboxState.TAKING;
    }

    private void fail(InboxState how, Throwable e) {
        if (!closed) {
            state = how;
            LOG.warnf("inbox interrupted, will try again group=%s state=%s cause=%s", group, how, e.toString());
        }
    }

    private static void bringAgain(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        for (var partition : records.partitions()) {
            if (consumer.assignment().contains(partition)) {
                consumer.seek(partition, records.records(partition).getFirst().offset());
            }
        }
    }

    /** Keeps its place in the group: only polling does. A partition that comes in meanwhile waits like all others. */
    private void rest(KafkaConsumer<byte[], byte[]> consumer) {
        long until = System.nanoTime() + backOff.toNanos();
        backOff = backOff.multipliedBy(2).compareTo(LONGEST_BACK_OFF) < 0 ? backOff.multipliedBy(2) : LONGEST_BACK_OFF;
        for (long left = until - System.nanoTime(); left > 0 && !closed; left = until - System.nanoTime()) {
            consumer.pause(consumer.assignment());
            bringAgain(consumer, consumer.poll(Duration.ofNanos(left)));
        }
        consumer.resume(consumer.paused());
    }

    private void pause() {
        try {
            Thread.sleep(backOff);
        } catch (InterruptedException e) {
            closed = true;
        }
        backOff = backOff.multipliedBy(2).compareTo(LONGEST_BACK_OFF) < 0 ? backOff.multipliedBy(2) : LONGEST_BACK_OFF;
    }

    private final class Assignments implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            newPartitions = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // the batch in hand goes on: whoever takes the partitions over, the inbox decides
        }
    }

    /** Finishes the batch in hand, then leaves the group. */
    @Override
    public void close() {
        closed = true;
        var consumer = kafka;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            if (!thread.join(Duration.ofSeconds(10))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
