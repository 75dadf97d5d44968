package city.c3po.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.Cable;
import city.c3po.testing.Infra;
import city.c3po.testing.KafkaFixture;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private Backbone backbone;

    @BeforeEach
    void fresh() {
        backbone = new Backbone();
    }

    @AfterEach
    void close() throws Exception {
        backbone.close();
    }

    @Test
    void aRowThatCommitsLateIsNotLost() throws SQLException {
        // Given an older row whose transaction is still open, and a younger one that is committed
        var late = backbone.transaction();
        Backbone.append(late, "late", 1, "{}");
        backbone.append("early", 1);
        backbone.relay();
        var feed = backbone.feed()
                .until("the younger row", f -> !f.versionsOf("early").isEmpty());
        assertTrue(feed.versionsOf("late").isEmpty());

        // When the older commits
        late.commit();

        // Then it is sent too
        feed.until("the older row", f -> f.versionsOf("late").equals(List.of(1L)));
        Backbone.await("an empty outbox", () -> countOutbox() == 0);
    }

    @Test
    void theWatermarkDoesNotPassATransactionThatMayStillWrite() throws SQLException {
        var late = backbone.transaction();
        Backbone.append(late, "late", 1, "{}");
        backbone.relay();
        var feed = backbone.feed().until("some marks", f -> f.marks().size() >= 12);

        late.commit();
        feed.until("the event", f -> f.events().size() == 1);
        var recorded = feed.events().getFirst().recorded();

        var before = feed.marks().stream().limit(12).toList();
        assertTrue(before.stream().allMatch(mark -> mark.recorded().isBefore(recorded)), "marks before the commit");
        feed.until(
                "a mark after it",
                f -> f.marks().stream().anyMatch(m -> !m.recorded().isBefore(recorded)));
    }

    @Test
    void bulkWorkHoldsBackTheMarkOfItsOwnTopicOnly() throws SQLException {
        // Given a bulk transaction under way
        var bulk = backbone.transaction();
        try (var name = bulk.createStatement()) {
            name.execute("set application_name = 'backbone-bulk'");
            name.execute("select pg_current_xact_id()");
        }
        var started = java.time.Instant.now();

        try (var watching = backbone.database.asApp()) {
            var first = new Watermark(watching, "c3po.backbone.v1", "backbone")
                    .read()
                    .through();
            var bulky = new Watermark(watching, "c3po.backbone-bulky.v1", "backbone")
                    .read()
                    .through();

            assertTrue(first.isAfter(bulky), "the first topic goes on");
            assertTrue(bulky.isBefore(started), "the other one waits");
        }
    }

    @Test
    void fourWritersAtOnceArriveInTheOrderOfEachAndAMarkFollows() throws Exception {
        var writers = LongStream.rangeClosed(1, 4)
                .mapToObj(writer -> Thread.ofVirtual().start(() -> writeMany("writer-" + writer, 60)))
                .toList();
        backbone.relay();
        for (var writer : writers) {
            writer.join();
        }
        var feed = backbone.feed().until("all", f -> f.events().size() == 240);

        for (var subject : List.of("writer-1", "writer-2", "writer-3", "writer-4")) {
            assertEquals(LongStream.rangeClosed(1, 60).boxed().toList(), feed.versionsOf(subject));
        }
        feed.until(
                "a mark past all",
                f -> f.marks().stream()
                        .anyMatch(m ->
                                f.events().stream().allMatch(e -> !m.recorded().isBefore(e.recorded()))));
    }

    @Test
    void whatWasCommittedBeforeTheProcessDiedIsSentByTheNext() throws SQLException {
        // Given committed rows and no process to send them
        backbone.append("a", 1);
        backbone.append("a", 2);

        // When one starts
        backbone.relay();

        // Then
        backbone.feed().until("both", f -> f.versionsOf("a").equals(List.of(1L, 2L)));
    }

    @Test
    void whatWasSentButNotDeletedIsSentAgainWithTheSameIds() throws Exception {
        // Given a process that died between the acknowledgement and the delete
        backbone.append("a", 1);
        try (var lease = backbone.address().connect();
                var sender = new Sender(Backbone.KEY, backbone.onBroker(), Backbone.broker())) {
            sender.send(new Outbox(lease.connection(), Backbone.TOPIC).next(), 1);
        }

        // When the next one starts
        backbone.relay();

        // Then consumers can tell that it is the same event
        var feed = backbone.feed().until("twice", f -> f.versionsOf("a").equals(List.of(1L, 1L)));
        assertEquals(
                1,
                new HashSet<UUID>(
                                feed.events().stream().map(Backbone.Arrived::id).toList())
                        .size());
    }

    @Test
    void intoATopicWithAnotherNumberOfPartitionsNothingIsSentUntilItFits() throws Exception {
        // Given a topic with three
        Backbone.createTopic(backbone.prefix + "c3po.small.v1", 3);
        backbone.append("a", 1);

        // When
        var relay = backbone.relay(backbone.prefix + "c3po.small.v1");

        // Then
        Backbone.await("a refusal", () -> relay.state() == RelayState.UNFIT_TOPIC);
        assertEquals(1, countOutbox());

        // When somebody makes them six
        Backbone.makePartitions(backbone.prefix + "c3po.small.v1", KafkaFixture.PARTITIONS);

        // Then it goes on by itself
        Backbone.await("an empty outbox", () -> countOutbox() == 0);
        assertEquals(RelayState.CARRYING, relay.state());
    }

    @Test
    void theLeaseMovesWhenItsHolderLosesTheDatabase() throws Exception {
        // Given a holder on a cable of its own, and a second relay standing by
        try (var cable = Cable.to(Infra.postgres().port())) {
            var holder = backbone.relay(
                    backbone.address("jdbc:postgresql://127.0.0.1:" + cable.port() + "/" + backbone.database.name()));
            Backbone.await("the first holds the lease", () -> holder.state() == RelayState.CARRYING);
            var second = backbone.relay();
            Backbone.await("the second stands by", () -> second.state() == RelayState.STANDING_BY);
            backbone.append("a", 1);
            var feed = backbone.feed()
                    .until("the first event", f -> !f.versionsOf("a").isEmpty());

            // When the holder is cut off in the middle of its work
            var writer = Thread.ofVirtual().start(() -> writeMany("b", 100));
            cable.cut();

            // Then the second takes over, and the order of each aggregate holds
            Backbone.await("the second holds the lease", () -> second.state() == RelayState.CARRYING);
            writer.join();
            feed.until("all of b", f -> f.versionsOf("b").stream().distinct().count() == 100);
            assertEquals(
                    LongStream.rangeClosed(1, 100).boxed().toList(),
                    feed.versionsOf("b").stream().distinct().toList());
            Backbone.await("an empty outbox", () -> countOutbox() == 0);
        }
    }

    @Test
    void onlyOneOfTwoRelaysSends() throws Exception {
        var first = backbone.relay();
        var second = backbone.relay();
        writeMany("a", 50);

        var feed = backbone.feed().until("all", f -> f.versionsOf("a").size() >= 50);
        feed.until("a mark after them", f -> !f.marks().isEmpty());

        assertEquals(LongStream.rangeClosed(1, 50).boxed().toList(), feed.versionsOf("a"));
        assertTrue((first.state() == RelayState.CARRYING) != (second.state() == RelayState.CARRYING));
    }

    @Test
    void aRowThatCanNeverBeSentParksItsAggregateAndNoOther() throws SQLException {
        // Given an access list larger than the broker takes, and events after it
        backbone.append("well", 1);
        appendHuge("broken");
        backbone.append("broken", 2);
        backbone.append("well", 2);

        // When
        backbone.relay();

        // Then
        var feed = backbone.feed().until("the others", f -> f.versionsOf("well").equals(List.of(1L, 2L)));
        Backbone.await("the aggregate is parked", () -> count("select count(*) from outbox_parked") == 1);
        feed.until(
                "a mark that names it",
                f -> f.marks().stream().anyMatch(m -> m.data().contains("\"broken\"")));
        assertFalse(feed.versionsOf("broken").contains(1L));
        assertEquals(1, count("select count(*) from outbox_parked where error like '%TooLarge%'"));
        assertTrue(countOutbox() >= 1, "what could not be sent still waits");
        var stuck = feed.marks().getLast().recorded();
        feed.until("marks go on", f -> f.marks().getLast().recorded().isAfter(stuck));
    }

    @Test
    void whatIsReleasedAfterAMarkPassedItIsAGapUntilItIsSent() throws Exception {
        // Given a parked aggregate that marks have passed
        appendHuge("broken");
        backbone.relay();
        var feed = backbone.feed()
                .until(
                        "a mark that names it",
                        f -> f.marks().stream().anyMatch(m -> m.data().contains("\"broken\"")));
        var parked = feed.marks().getLast().recorded();
        feed.until("marks go on", f -> f.marks().getLast().recorded().isAfter(parked));

        // When an operator lets it go, and it still cannot be sent
        try (var connection = backbone.database.asApp();
                var statement = connection.createStatement()) {
            statement.execute("delete from outbox_parked");
        }

        // Then no mark from there on is silent about it
        int before = feed.marks().size();
        feed.until("more marks", f -> f.marks().size() >= before + 12);
        assertTrue(feed.marks().stream().skip(before).allMatch(m -> m.data().contains("\"broken\"")));
    }

    @Test
    void aLargeStateTravelsAsItsAddress() throws SQLException {
        backbone.append("large", 1, "{\"href\": \"/v1/notes/large\", \"text\": \"" + "x".repeat(250_000) + "\"}");

        backbone.relay();

        var feed = backbone.feed().until("it", f -> f.events().size() == 1);
        var data = feed.events().getFirst().data();
        assertTrue(data.contains("\"href\": \"/v1/notes/large\"") && data.contains("\"sha256\""), data);
        assertFalse(data.contains("xxx"));
    }

    private void writeMany(String id, int versions) {
        try {
            for (int version = 1; version <= versions; version++) {
                backbone.append(id, version);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void appendHuge(String id) throws SQLException {
        try (var connection = backbone.database.asApp();
                var call = connection.prepareStatement("""
                        select journal_append(?, 'note', ?, 1, 'city.c3po.note.written.v1', '/contracts/note', now(),
                            'anna', null, null, '{"classification": "INTERNAL"}', ?::jsonb, '{}', null, ?)""")) {
            call.setObject(1, Uuid7.next());
            call.setString(2, id);
            call.setString(3, "{\"text\": \"" + "x".repeat(1_200_000) + "\"}");
            call.setString(4, Backbone.TOPIC);
            call.execute();
        }
    }

    private long countOutbox() {
        return count("select count(*) from outbox");
    }

    private long count(String sql) {
        try {
            return backbone.count(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
