package city.c3po.inventory.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.inventory.City;
import city.c3po.testing.Infra;
import city.c3po.testing.WithInfra;
import city.c3po.testing.contract.Contracts;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What portfolio promises to tell, this service can take. */
@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class ToldTest {
    private static final Duration BOUND = Duration.ofSeconds(30);

    @Test
    void departments_people_and_vendors_become_known() {
        for (var kind : List.of("department", "person", "vendor")) {
            var id = kind + "-" + UUID.randomUUID();
            tell(kind, id, 1);
            await("told 1", kind, id);
        }
    }

    @Test
    void what_was_referred_to_first_gets_its_name_when_it_is_told_of() {
        var id = "vendor-" + UUID.randomUUID();
        City.run("insert into known_reference (kind, id) values ('vendor', '" + id + "')");
        tell("vendor", id, 1);
        await("told 1", "vendor", id);
        assertEquals("Acme Civic", City.ask("select name from known_reference where id = '" + id + "'"));
    }

    private static void tell(String kind, String id, long version) {
        var type = "city.c3po." + kind + ".recorded.v1";
        var topic = ConfigProvider.getConfig().getValue("c3po.topic.prefix", String.class) + "c3po.portfolio.v1";
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Infra.kafka().bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<>(
                    topic, id, Contracts.of("portfolio").example(type).getBytes(StandardCharsets.UTF_8));
            Map.of(
                            "id", UUID.randomUUID().toString(),
                            "source", "/services/portfolio",
                            "type", type,
                            "subject", id,
                            "sequence", "%020d".formatted(version),
                            "time", "2026-01-05T17:00:00Z",
                            "recordedtime", "2026-01-05T17:00:00Z",
                            "epoch", "1",
                            "authid", "anna")
                    .forEach((name, value) ->
                            record.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
            producer.flush();
        }
    }

    private static void await(String expected, String kind, String id) {
        var sql = "select 'told ' || version from known_reference where kind = '" + kind + "' and id = '" + id + "'";
        long until = System.nanoTime() + BOUND.toNanos();
        while (!City.ask(sql).equals(expected)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not told within " + BOUND + ": " + id);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
