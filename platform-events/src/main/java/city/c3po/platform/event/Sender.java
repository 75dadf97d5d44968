package city.c3po.platform.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** One idempotent producer for one topic. */
final class Sender implements AutoCloseable {
    /** Why an aggregate cannot go on, and from which version. */
    record Refusal(long version, String error) {}

    private final String service;
    private final String topic;
    private final KafkaProducer<String, CloudEvent> producer;

    /** @param broker how to reach the broker: bootstrap servers and, where it asks for them, TLS and SASL */
    Sender(String service, String topic, Map<String, Object> broker) {
        this.service = service;
        this.topic = topic;
        var settings = new HashMap<>(broker);
        settings.putAll(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                service + "-relay-" + topic,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                3_000,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000));
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), eventSerializer());
    }

    private static CloudEventSerializer eventSerializer() {
        var serializer = new CloudEventSerializer();
        serializer.configure(Map.of(), false);
        return serializer;
    }

    int partitions() {
        return producer.partitionsFor(topic).size();
    }

    /**
     * Sends all and waits for all.
     *
     * @return per aggregate the first event that can never be sent; all else of other aggregates, and what comes before
     *     it of its own, is acknowledged
     * @throws ExecutionException when the broker is out of reach: nothing may be taken as sent, sending again is safe
     */
    Map<String, Refusal> send(List<JournalRow> rows, int epoch) throws InterruptedException, ExecutionException {
        // asked once: without a broker each send would wait for its own answer
        producer.partitionsFor(topic);
        var refused = new HashMap<String, Refusal>();
        var underWay = new LinkedHashMap<JournalRow, Future<RecordMetadata>>();
        for (var row : rows) {
            if (refused.containsKey(row.aggregate())) {
                continue;
            }
            var event = built(row, epoch, refused);
            if (event != null) {
                var sending = producer.send(new ProducerRecord<>(topic, row.aggregateId(), event));
                if (sending.state() == Future.State.FAILED) {
                    settle(row, sending, refused);
                } else {
                    underWay.put(row, sending);
                }
            }
        }
        for (var sending : underWay.entrySet()) {
            settle(sending.getKey(), sending.getValue(), refused);
        }
        return refused;
    }

    private static void settle(JournalRow row, Future<RecordMetadata> sending, Map<String, Refusal> refused)
            throws InterruptedException, ExecutionException {
        try {
            sending.get();
        } catch (ExecutionException e) {
            if (!hopeless(e.getCause())) {
                throw e;
            }
            refused.merge(
                    row.aggregate(),
                    new Refusal(row.version(), e.getCause().toString()),
                    (a, b) -> a.version() < b.version() ? a : b);
        }
    }

    /** Whatever goes wrong here will go wrong the next time. */
    private @Nullable CloudEvent built(JournalRow row, int epoch, Map<String, Refusal> refused) {
        try {
            return row.toCloudEvent(service, epoch);
        } catch (RuntimeException e) {
            refused.put(row.aggregate(), new Refusal(row.version(), e.toString()));
            return null;
        }
    }

    private static boolean hopeless(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof SerializationException
                || cause instanceof InvalidRecordException;
    }

    void sendToAllPartitions(Watermark.Mark mark, int epoch) throws InterruptedException, ExecutionException {
        var event = CloudEventBuilder.v1()
                .withId(Uuid7.next().toString())
                .withSource(URI.create("/services/" + service))
                .withType(Watermark.TYPE)
                .withTime(mark.through().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withExtension("recordedtime", mark.through().atOffset(ZoneOffset.UTC))
                .withExtension("epoch", epoch)
                .withData(mark.toJson())
                .build();
        var sending = producer.partitionsFor(topic).stream()
                .map(partition -> producer.send(new ProducerRecord<>(topic, partition.partition(), null, event)))
                .toList();
        for (var one : sending) {
            one.get();
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
