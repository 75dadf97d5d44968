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

/** One idempotent producer for one topic. */
final class Sender implements AutoCloseable {
    /** Why an aggregate cannot go on, and from which version. */
    record Refusal(long version, String error) {}

    private final String service;
    private final String topic;
    private final KafkaProducer<String, CloudEvent> producer;

    Sender(String service, String topic, String brokers) {
        this.service = service;
        this.topic = topic;
        this.producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.CLIENT_ID_CONFIG,
                service + "-relay-" + topic,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                CloudEventSerializer.class));
    }

    /**
     * Sends all and waits for all.
     *
     * @return per aggregate the first event that can never be sent; everything else is acknowledged
     * @throws ExecutionException when the broker is out of reach: nothing may be taken as sent, sending again is safe
     */
    Map<String, Refusal> send(List<JournalRow> rows, int epoch) throws InterruptedException, ExecutionException {
        var refused = new HashMap<String, Refusal>();
        var underWay = new LinkedHashMap<JournalRow, Future<RecordMetadata>>();
        for (var row : rows) {
            if (refused.containsKey(row.aggregate())) {
                continue;
            }
            try {
                var event = row.toCloudEvent(service, epoch);
                underWay.put(row, producer.send(new ProducerRecord<>(topic, row.aggregateId(), event)));
            } catch (IllegalArgumentException | SerializationException e) {
                refused.put(row.aggregate(), new Refusal(row.version(), e.toString()));
            }
        }
        for (var sending : underWay.entrySet()) {
            try {
                sending.getValue().get();
            } catch (ExecutionException e) {
                if (!hopeless(e.getCause())) {
                    throw e;
                }
                var row = sending.getKey();
                refused.merge(
                        row.aggregate(),
                        new Refusal(row.version(), e.getCause().toString()),
                        (a, b) -> a.version() < b.version() ? a : b);
            }
        }
        return refused;
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
