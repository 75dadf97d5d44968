package city.c3po.platform.event;

import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.Database;
import city.c3po.testing.Infra;
import city.c3po.testing.KafkaFixture;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;

/** A migrated database and a topic of a test's own, and short ways to write to the one and read from the other. */
final class Backbone implements AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(30);
    static final String KEY = "backbone";
    static final String TOPIC = "c3po.backbone.v1";

    final Database database = Infra.postgres().freshDatabase(KEY);
    final String prefix = KafkaFixture.freshPrefix();
    private final List<AutoCloseable> opened = new ArrayList<>();

    Backbone() {
        Infra.kafka().createTopicsOf(prefix, List.of(KEY));
        Flyway.configure()
                .dataSource(database.url(), database.ownerRole(), database.password())
                .locations("classpath:db/platform")
                .placeholders(Map.of("app", database.appRole()))
                .load()
                .migrate();
    }

    Lease.Address address() {
        return address(database.url());
    }

    Lease.Address address(String url) {
        return new Lease.Address(url, database.appRole(), database.password(), KEY + "-relay");
    }

    Relay relay() {
        return relay(address());
    }

    Relay relay(Lease.Address address) {
        return relay(address, onBroker());
    }

    /** To another topic on the broker. */
    Relay relay(String onBroker) {
        return relay(address(), onBroker);
    }

    private Relay relay(Lease.Address address, String onBroker) {
        var relay = new Relay(KEY, TOPIC, onBroker, KafkaFixture.PARTITIONS, address, broker());
        opened.add(relay);
        relay.start();
        return relay;
    }

    static Map<String, Object> broker() {
        return Map.of("bootstrap.servers", Infra.kafka().bootstrap());
    }

    String onBroker() {
        return prefix + TOPIC;
    }

    static void createTopic(String name, int partitions) throws Exception {
        try (var admin = Infra.kafka().admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    static void makePartitions(String name, int partitions) throws Exception {
        try (var admin = Infra.kafka().admin()) {
            admin.createPartitions(Map.of(name, NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
        }
    }

    Connection transaction() throws SQLException {
        var connection = database.asApp();
        connection.setAutoCommit(false);
        opened.add(connection);
        return connection;
    }

    /** In a transaction of its own. */
    void append(String id, long version) throws SQLException {
        append(id, version, "{\"text\": \"version " + version + "\"}");
    }

    void append(String id, long version, String state) throws SQLException {
        try (var connection = database.asApp()) {
            append(connection, id, version, state);
        }
    }

    static void append(Connection connection, String id, long version, String state) throws SQLException {
        try (var call = connection.prepareStatement("""
                select journal_append(?, 'note', ?, ?, 'city.c3po.note.written.v1', '/contracts/note', ?, 'anna', null,
                    null, '{"classification": "INTERNAL"}', '{"n": 1}', ?::jsonb, null, ?)""")) {
            call.setObject(1, Uuid7.next());
            call.setString(2, id);
            call.setLong(3, version);
            call.setObject(4, Instant.now().atOffset(ZoneOffset.UTC));
            call.setString(5, state);
            call.setString(6, TOPIC);
            call.execute();
        }
    }

    long count(String sql) throws SQLException {
        try (var connection = database.asApp();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    Feed feed() {
        return feed(onBroker());
    }

    Feed feed(String topic) {
        var feed = new Feed(topic);
        opened.add(feed);
        return feed;
    }

    static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "not within " + BOUND + ": " + what);
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() throws Exception {
        for (var one : opened.reversed()) {
            one.close();
        }
    }

    /** An event as it arrived. */
    record Arrived(UUID id, String type, String subject, long version, Instant recorded, String data) {
        static Arrived of(ConsumerRecord<String, byte[]> record) {
            var sequence = header(record, "ce_sequence");
            return new Arrived(
                    UUID.fromString(header(record, "ce_id")),
                    header(record, "ce_type"),
                    header(record, "ce_subject"),
                    sequence.isEmpty() ? 0 : Long.parseLong(sequence),
                    Instant.parse(header(record, "ce_recordedtime")),
                    new String(record.value(), StandardCharsets.UTF_8));
        }

        boolean isWatermark() {
            return type.equals(Watermark.TYPE);
        }

        private static String header(ConsumerRecord<String, byte[]> record, String name) {
            var header = record.headers().lastHeader(name);
            return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        }
    }

    /** Everything on a topic, from its beginning. */
    static final class Feed implements AutoCloseable {
        private final KafkaConsumer<String, byte[]> consumer;
        private final List<Arrived> arrived = new ArrayList<>();

        private Feed(String topic) {
            consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", Infra.kafka().bootstrap(), "auto.offset.reset", "earliest"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        List<Arrived> events() {
            return arrived.stream().filter(a -> !a.isWatermark()).toList();
        }

        List<Arrived> marks() {
            return arrived.stream().filter(Arrived::isWatermark).toList();
        }

        List<Long> versionsOf(String subject) {
            return events().stream()
                    .filter(a -> a.subject().equals(subject))
                    .map(Arrived::version)
                    .toList();
        }

        Feed until(String what, Predicate<Feed> condition) {
            await(what, () -> {
                consumer.poll(Duration.ofMillis(20)).forEach(record -> arrived.add(Arrived.of(record)));
                return condition.test(this);
            });
            return this;
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
