package city.c3po.story.cast;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.c3po.story.suite.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic as any other program of the city could read it. */
public final class Topic {
    private final String bootstrap;
    private final String name;

    public Topic(RunningSuite suite, String name) {
        this.bootstrap = "127.0.0.1:" + suite.port(8092);
        this.name = name;
    }

    /** @param sequence the version it made, padded so that texts sort as numbers do */
    public record Event(String id, String type, String sequence) {}

    /** All events about one aggregate that are there now, in the order of its partition. */
    public List<Event> about(String aggregate) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<Event>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> {
                    if (aggregate.equals(message.key())) {
                        events.add(new Event(
                                header(message, "ce_id"), header(message, "ce_type"), header(message, "ce_sequence")));
                    }
                });
            }
            return events;
        }
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
}
