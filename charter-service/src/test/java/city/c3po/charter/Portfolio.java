package city.c3po.charter;

import city.c3po.testing.Database;
import city.c3po.testing.Infra;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The portfolio service as this service knows it: by what it sends. */
public final class Portfolio {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final String ACCESS =
            "{\"classification\":\"INTERNAL\",\"departments\":[],\"people\":[],\"vendor\":null,\"bodies\":[],\"sources\":[]}";
    private static final AtomicLong NUMBERS = new AtomicLong();

    private Portfolio() {}

    /** A project of this tier that runs in these departments; returns its id when the service has taken it. */
    public static String project(String tier, String... departments) {
        var id = UUID.randomUUID().toString();
        tell("project", "created", id, 1, state(id, tier, "INITIATING", "", departments));
        awaitProject(id, 1);
        return id;
    }

    public static String state(String id, String tier, String state, String more, String... departments) {
        var affected = List.of(departments).stream()
                .skip(1)
                .map(code -> "\"" + code + "\"")
                .collect(Collectors.joining(","));
        return """
                {"id":"%s","number":"PRJ-2026-%04d","title":"Website Recovery","state":"%s","tier":"%s","sponsor":"%s","ppm":"%s",
                 "sponsoringDepartment":"%s","affectedDepartments":[%s],"sampleData":false,"href":"/v1/projects/%s"%s}""".formatted(
                        id,
                        NUMBERS.incrementAndGet(),
                        state,
                        tier,
                        Http.SPONSOR.subject(),
                        Http.PPM.subject(),
                        departments[0],
                        affected,
                        id,
                        more);
    }

    public static void awaitProject(String id, long version) {
        await(
                "project " + id,
                () -> count("select count(*) from known_project where id = '" + id + "' and version >= " + version)
                        > 0);
    }

    public static void tell(String aggregate, String fact, String id, long version, String state) {
        var topic = ConfigProvider.getConfig().getValue("c3po.topic.prefix", String.class) + "c3po.portfolio.v1";
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Infra.kafka().bootstrap(), "linger.ms", 0, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var data = "{\"fact\":{},\"state\":" + state + ",\"access\":" + ACCESS + "}";
            var message = new ProducerRecord<>(topic, 0, id, data.getBytes(StandardCharsets.UTF_8));
            headers(aggregate, fact, id, version)
                    .forEach(
                            (name, text) -> message.headers().add("ce_" + name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(message);
            producer.flush();
        }
    }

    private static Map<String, String> headers(String aggregate, String fact, String id, long version) {
        var headers = new HashMap<String, String>();
        headers.put("id", UUID.randomUUID().toString());
        headers.put("source", "/services/portfolio");
        headers.put("type", "city.c3po." + aggregate + "." + fact + ".v1");
        headers.put("subject", id);
        headers.put("sequence", "%020d".formatted(version));
        headers.put("time", "2026-01-05T17:00:00Z");
        headers.put("recordedtime", "2026-01-05T17:00:00Z");
        headers.put("epoch", "1");
        headers.put("authid", "anna");
        return headers;
    }

    public static long count(String sql) {
        try (var connection = Database.current().asApp();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    public static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + BOUND + ": " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
