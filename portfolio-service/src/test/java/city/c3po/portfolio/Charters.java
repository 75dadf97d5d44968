package city.c3po.portfolio;

import static city.c3po.testing.http.Requests.get;

import city.c3po.testing.Infra;
import city.c3po.testing.Tokens;
import city.c3po.testing.contract.Contracts;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The charter service as this service knows it: its contract's examples, told of other projects, over the real broker. */
public final class Charters implements AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;

    public Charters() {
        topic = ConfigProvider.getConfig().getValue("c3po.topic.prefix", String.class) + "c3po.charter.v1";
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Infra.kafka().bootstrap(), "linger.ms", 0, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** One charter, told from version 1 on. */
    public final class Charter {
        public final String id = UUID.randomUUID().toString();
        private final String project;
        private final String number;
        private long version;

        private Charter(String project, String number) {
            this.project = project;
            this.number = number;
        }

        /** @param fact one that the contract has an example of, with this project in it */
        public Charter says(String fact) {
            version++;
            send(fact, id, version, data(fact));
            return this;
        }

        /** The same event once more, as after a lost acknowledgement. */
        public Charter repeats(String fact) {
            send(fact, id, version, data(fact));
            return this;
        }

        private String data(String fact) {
            var example = Contracts.of("charter").examples("city.c3po.charter." + fact + ".v1").stream()
                    .findFirst()
                    .map(Charters::read)
                    .orElseGet(() -> read(Contracts.of("charter")
                            .examples("city.c3po.charter.committed.v1")
                            .getFirst()));
            var state = (ObjectNode) example.get("state");
            state.put("id", id).put("number", number);
            ((ObjectNode) state.get("project")).put("id", project);
            return example.toString();
        }
    }

    public Charter of(String project, String number) {
        return new Charter(project, number);
    }

    private static ObjectNode read(java.nio.file.Path file) {
        try {
            return (ObjectNode) JSON.readTree(java.nio.file.Files.readString(file));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private void send(String fact, String id, long version, String data) {
        var record = new ProducerRecord<>(topic, id, data.getBytes(StandardCharsets.UTF_8));
        var at = "2026-03-03T18:00:00Z";
        Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "source",
                        "/services/charter",
                        "type",
                        "city.c3po.charter." + fact + ".v1",
                        "subject",
                        id,
                        "sequence",
                        "%020d".formatted(version),
                        "time",
                        at,
                        "recordedtime",
                        at,
                        "epoch",
                        "1",
                        "authid",
                        "anna")
                .forEach((name, text) -> record.headers().add("ce_" + name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    /** Reads the record again until it is so. */
    public static Response await(Tokens by, String path, Predicate<Response> condition) {
        long until = System.nanoTime() + BOUND.toNanos();
        while (true) {
            var answer = get(by, path);
            if (condition.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + BOUND + ": " + answer.asString());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
