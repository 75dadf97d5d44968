package city.c3po.local.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.Infra;
import city.c3po.testing.KafkaFixture;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private final String topic = KafkaFixture.freshPrefix() + "c3po.portfolio.v1";
    private final String bootstrap = Infra.kafka().bootstrap();

    @Test
    void a_renewed_topic_has_its_partitions_and_nothing_in_them() throws Exception {
        Topics.create(bootstrap, List.of(topic));
        tell("what never was");
        assertEquals(1, said());

        Topics.renew(bootstrap, List.of(topic));

        assertEquals(0, said());
        tell("what is");
        assertEquals(1, said());
    }

    private void tell(String what) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", what)).get();
        }
    }

    private long said() throws Exception {
        try (var admin = Infra.kafka().admin()) {
            var partitions = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions();
            assertEquals(Topics.PARTITIONS, partitions.size());
            var ends = new java.util.HashMap<TopicPartition, OffsetSpec>();
            partitions.forEach(
                    partition -> ends.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }
}
