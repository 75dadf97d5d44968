package city.c3po.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.Cable;
import city.c3po.testing.Infra;
import city.c3po.testing.KafkaFixture;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxConsumerTest {
    private static final List<String> SUBJECTS =
            List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n");

    private InboxDesk desk;
    private final String group = KafkaFixture.freshPrefix() + "reading";
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeEach
    void open() throws SQLException {
        desk = new InboxDesk();
    }

    @AfterEach
    void close() throws Exception {
        for (var one : opened.reversed()) {
            one.close();
        }
        desk.close();
    }

    @Test
    void aConsumerThatBeginsWithNothingTakesAllThatEverWas() {
        publish(1, 30);
        consumer();

        awaitAll(30);
    }

    @Test
    void replicasThatComeAndGoTakeEachEventOnceAndInOrder() throws Exception {
        publish(1, 40);
        var first = consumer();
        Backbone.await("the first takes", () -> lines() > 0);
        consumer();
        publish(41, 80);
        // the first leaves while there is work, and whatever it had in hand comes again to the second
        first.close();
        publish(81, 120);
        consumer();

        awaitAll(120);
    }

    @Test
    void withoutTheDatabaseNothingIsSkippedAndTheConsumerIsNotReady() {
        var cable = Cable.to(Infra.postgres().port());
        opened.add(cable);
        desk.connectTo("jdbc:postgresql://127.0.0.1:" + cable.port() + "/" + desk.backbone.database.name());
        var consumer = consumer();
        publish(1, 10);
        awaitAll(10);

        cable.cut();
        publish(11, 20);
        Backbone.await("it notices", () -> consumer.state() == InboxState.RETRYING);
        assertFalse(consumer.state().ready());
        publish(21, 30);
        cable.restore();

        awaitAll(30);
        Backbone.await("it is ready again", () -> consumer.state().ready());
    }

    @Test
    void whatIsTooMuchForItsTimeIsTakenInParts() {
        desk.diary.most = 7;
        publish(1, 30);
        consumer();

        awaitAll(30);
    }

    @Test
    void aFreshGroupFindsEverythingAlreadyTaken() throws Exception {
        publish(1, 10);
        consumer();
        awaitAll(10);

        // When the offsets are lost
        var again = new ArrayList<InboxTally>();
        var other = new InboxConsumer(group + "-other", topics(), broker(), desk.inbox(), again::add);
        opened.add(other);
        other.start();
        Backbone.await(
                "it sees all again",
                () -> List.copyOf(again).stream()
                                .mapToLong(tally -> tally.count(InboxOutcome.DROPPED))
                                .sum()
                        == 10L * SUBJECTS.size());

        awaitAll(10);
    }

    @Test
    void whatARelaySendsAnInboxTakesAndItsMarkPassesTheEvents() throws Exception {
        var mark = Instant.now();
        for (long version = 1; version <= 5; version++) {
            desk.backbone.append("a", version, "{\"note\": \"" + version + "\"}");
        }
        desk.backbone.relay();
        var consumer = new InboxConsumer(
                group, Map.of(desk.backbone.onBroker(), InboxDesk.SOURCE), broker(), desk.inbox(), tally -> {});
        opened.add(consumer);
        consumer.start();

        Backbone.await("all five", () -> lines() == 5);
        Backbone.await("a mark of every partition after them", () -> {
            var through = standing().through();
            return through != null && through.isAfter(mark);
        });
        assertEquals(0, standing().sources().getFirst().gaps());
    }

    private static Map<String, Object> broker() {
        return Map.of("bootstrap.servers", Infra.kafka().bootstrap());
    }

    private Map<String, String> topics() {
        return Map.of(desk.backbone.onBroker(), InboxDesk.SOURCE);
    }

    private InboxConsumer consumer() {
        var consumer = new InboxConsumer(group, topics(), broker(), desk.inbox(), tally -> {});
        opened.add(consumer);
        consumer.start();
        return consumer;
    }

    /** These versions of every subject. */
    private void publish(long from, long to) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Infra.kafka().bootstrap(), "linger.ms", 1),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (long version = from; version <= to; version++) {
                for (var subject : SUBJECTS) {
                    var event = desk.event(subject, version);
                    var record = new ProducerRecord<>(desk.backbone.onBroker(), subject, event.value());
                    event.headers().forEach(record.headers()::add);
                    producer.send(record);
                }
            }
        }
    }

    private void awaitAll(long versions) {
        long expected = versions * SUBJECTS.size();
        Backbone.await("all " + expected, () -> lines() >= expected);
        try {
            var lines = desk.lines();
            assertEquals(expected, lines.size());
            for (var subject : SUBJECTS) {
                assertEquals(
                        LongStream.rangeClosed(1, versions)
                                .mapToObj(version -> "taken " + subject + " " + version)
                                .toList(),
                        lines.stream()
                                .filter(line -> line.startsWith("taken " + subject + " "))
                                .toList());
            }
            assertTrue(desk.count("select count(*) from inbox_waiting") == 0, "nothing waits");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private long lines() {
        try {
            return desk.count("select count(*) from diary");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private CompleteThrough.Standing standing() {
        try {
            return desk.standing(InboxDesk.SOURCE);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
