package city.c3po.reporting;

import city.c3po.testing.Database;
import city.c3po.testing.Infra;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The portfolio service as this service knows it: by what it sends. Each one has a subject type of its own, so that
 * tests that share a log do not see each other's.
 */
public final class Portfolio implements AutoCloseable {
    public static final Duration BOUND = Duration.ofSeconds(30);
    static final int PARTITIONS = 6;
    private static final Instant START = Instant.parse("2026-01-05T17:00:00Z");

    public final String type;
    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private long told;

    public Portfolio() {
        this("kind" + Long.toString(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE), 36));
    }

    public Portfolio(String type) {
        this.type = type;
        topic = ConfigProvider.getConfig().getValue("c3po.topic.prefix", String.class) + "c3po.portfolio.v1";
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Infra.kafka().bootstrap(), "linger.ms", 0, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** What is in an event, and where in the topic it stands. */
    public record Event(
            String type,
            String fact,
            String id,
            long version,
            String state,
            String access,
            int epoch,
            Instant at,
            int partition) {
        public Event fact(String name) {
            return new Event(type, name, id, version, state, access, epoch, at, partition);
        }

        public Event state(String json) {
            return new Event(type, fact, id, version, json, access, epoch, at, partition);
        }

        public Event access(String classification, String... departments) {
            return new Event(
                    type, fact, id, version, state, accessOf(classification, departments), epoch, at, partition);
        }

        public Event accessJson(String json) {
            return new Event(type, fact, id, version, state, json, epoch, at, partition);
        }

        public Event in(int number) {
            return new Event(type, fact, id, version, state, access, epoch, at, number);
        }

        public Event epoch(int number) {
            return new Event(type, fact, id, version, state, access, number, at, partition);
        }
    }

    /** Version {@code version} of a record with a title that says so; all in one partition, so that they stay in order. */
    public Event event(String id, long version) {
        return new Event(
                type,
                version == 1 ? "created" : "revised",
                id,
                version,
                state(id, "\"title\":\"version " + version + "\""),
                accessOf("INTERNAL"),
                1,
                START.plusSeconds(version),
                0);
    }

    public String state(String id, String members) {
        return "{\"id\":\"" + id + "\",\"number\":\"N-" + id + "\",\"href\":\"/v1/" + type + "s/" + id + "\"," + members
                + "}";
    }

    public static String accessOf(String classification, String... departments) {
        var codes =
                List.of(departments).stream().map(code -> "\"" + code + "\"").toList();
        return "{\"classification\":\"" + classification + "\",\"departments\":[" + String.join(",", codes)
                + "],\"people\":[],\"vendor\":null,\"bodies\":[],\"sources\":[]}";
    }

    /** Sends, and returns when the broker has it. */
    public void send(Event... events) {
        send(List.of(events));
    }

    public void send(List<Event> events) {
        for (var event : events) {
            producer.send(record(event));
        }
        producer.flush();
    }

    private ProducerRecord<String, byte[]> record(Event event) {
        return record(
                event.partition(),
                event.id(),
                headers(event),
                "{\"fact\":{},\"state\":" + event.state() + ",\"access\":" + event.access() + "}");
    }

    public static Map<String, String> headers(Event event) {
        var headers = new HashMap<String, String>();
        headers.put("id", UUID.randomUUID().toString());
        headers.put("source", "/services/portfolio");
        headers.put("type", "city.c3po." + event.type() + "." + event.fact() + ".v1");
        headers.put("subject", event.id());
        headers.put("sequence", "%020d".formatted(event.version()));
        headers.put("time", event.at().toString());
        headers.put("recordedtime", event.at().toString());
        headers.put("epoch", Integer.toString(event.epoch()));
        headers.put("authid", "anna");
        return headers;
    }

    public void sendRaw(String key, Map<String, String> headers, String value) {
        producer.send(record(null, key, headers, value));
        producer.flush();
    }

    /** Of every partition. */
    public void mark(Instant through, String... parked) {
        mark(1, through, parked);
    }

    public void mark(int epoch, Instant through, String... parked) {
        var gaps = new ArrayList<String>();
        for (var id : parked) {
            gaps.add("{\"type\":\"" + type + "\",\"id\":\"" + id + "\",\"since\":\"2026-01-05T17:00:00Z\"}");
        }
        for (int partition = 0; partition < PARTITIONS; partition++) {
            producer.send(record(
                    partition,
                    null,
                    Map.of(
                            "id",
                            UUID.randomUUID().toString(),
                            "source",
                            "/services/portfolio",
                            "type",
                            "city.c3po.backbone.watermark.v1",
                            "epoch",
                            Integer.toString(epoch)),
                    "{\"through\":\"" + through + "\",\"parked\":[" + String.join(",", gaps) + "]}"));
        }
        producer.flush();
    }

    private ProducerRecord<String, byte[]> record(
            Integer partition, String key, Map<String, String> headers, String value) {
        var record = new ProducerRecord<>(topic, partition, key, value.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, text) -> record.headers().add("ce_" + name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** Sends, and returns when each of all that was told so far is a line of the log. */
    public void tell(Event... events) {
        tell(List.of(events));
    }

    public void tell(List<Event> events) {
        send(events);
        told += events.size();
        awaitLines(told);
    }

    public void awaitLines(long lines) {
        await(lines + " lines", () -> lines() >= lines);
    }

    public long lines() {
        return count("select count(*) from change where subject_type = '" + type + "'");
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
        await(() -> what, condition);
    }

    public static void await(Supplier<String> what, BooleanSupplier condition) {
        long until = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + BOUND + ": " + what.get());
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
