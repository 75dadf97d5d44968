package city.c3po.story.cast;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.c3po.story.suite.RunningSuite;
import city.c3po.testing.contract.Contracts;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A charter as the suite's broker tells of it: the examples of its contract, about a project of a story. */
public final class CharterTold {
    private static final String TOPIC = "c3po.charter.v1";
    private static final String AT = "2026-03-03T18:00:00Z";

    private final String bootstrap;
    private final String project;
    private final String id = UUID.randomUUID().toString();
    private long version;

    public CharterTold(RunningSuite suite, String project) {
        this.bootstrap = "127.0.0.1:" + suite.port(8092);
        this.project = project;
    }

    /** Its next version. */
    public CharterTold says(String fact) {
        var type = "city.c3po.charter." + fact + ".v1";
        var data = Proposals.json(Contracts.of("charter").example(type));
        var state = data.withObject("/state").put("id", id);
        state.withObject("/project").put("id", project);
        version++;
        var event = new ProducerRecord<>(TOPIC, id, data.toString().getBytes(UTF_8));
        Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "source",
                        "/services/charter",
                        "type",
                        type,
                        "subject",
                        id,
                        "sequence",
                        "%020d".formatted(version),
                        "time",
                        AT,
                        "recordedtime",
                        AT,
                        "epoch",
                        "1",
                        "authid",
                        "a-story")
                .forEach((name, text) -> event.headers().add("ce_" + name, text.getBytes(UTF_8)));
        event.headers().add("ce_specversion", "1.0".getBytes(UTF_8));
        event.headers().add("content-type", "application/json".getBytes(UTF_8));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(event).get();
        } catch (ExecutionException e) {
            throw new AssertionError("the broker does not take it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return this;
    }
}
