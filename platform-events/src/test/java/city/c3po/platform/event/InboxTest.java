package city.c3po.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {
    private static InboxDesk desk;

    @BeforeAll
    static void open() throws SQLException {
        desk = new InboxDesk();
    }

    @AfterAll
    static void close() throws Exception {
        desk.close();
    }

    @BeforeEach
    void clear() throws SQLException {
        desk.clear();
    }

    @Test
    void whatComesTwiceIsTakenOnce() throws Exception {
        var first = desk.event("a", 1);
        var second = desk.event("a", 2);
        desk.take(first, second);

        var tally = desk.take(first, second, desk.event("a", 3));

        assertEquals(2, tally.count(InboxOutcome.DROPPED));
        assertEquals(List.of("taken a 1", "taken a 2", "taken a 3"), desk.lines());
    }

    @Test
    void aJumpIsHeldUntilWhatIsMissingComes() throws Exception {
        desk.take(desk.event("a", 1), desk.event("a", 3), desk.event("b", 1), desk.event("a", 4));
        assertEquals(List.of("taken a 1", "opened a", "taken b 1"), desk.lines());
        assertEquals(2, desk.count("select count(*) from inbox_waiting where error is null"));

        desk.take(desk.event("a", 2));

        assertEquals(
                List.of("taken a 1", "opened a", "taken b 1", "taken a 2", "taken a 3", "taken a 4", "closed a"),
                desk.lines());
        assertEquals(0, desk.count("select count(*) from inbox_waiting"));
        assertEquals(0, desk.count("select count(*) from inbox where gap_since is not null"));
    }

    @Test
    void aGapIsClosedWithinOneBatchToo() throws Exception {
        desk.take(desk.event("a", 3), desk.event("a", 1), desk.event("a", 3), desk.event("a", 2));

        assertEquals(List.of("opened a", "taken a 1", "taken a 2", "taken a 3", "closed a"), desk.lines());
        assertEquals(0, desk.count("select count(*) from inbox_waiting"));
    }

    @Test
    void aTypeThatConcernsUsNotStillCounts() throws Exception {
        var tally = desk.take(
                desk.event("a", 1),
                desk.event(1, "city.c3po.note.written.v2", "a", 2, ""),
                desk.event(1, "city.c3po.letter.sent.v1", "x", 1, ""),
                desk.event("a", 3));

        assertEquals(2, tally.count(InboxOutcome.IGNORED));
        assertEquals(List.of("taken a 1", "taken a 3"), desk.lines());
    }

    @Test
    void poisonIsParkedItsSubjectWaitsAndOthersFlow() throws Exception {
        desk.diary.offensive.add("a 2");
        var tally = desk.take(desk.event("a", 1), desk.event("a", 2), desk.event("a", 3), desk.event("b", 1));

        assertEquals(1, tally.count(InboxOutcome.PARKED));
        assertEquals(1, tally.count(InboxOutcome.HELD));
        assertEquals(List.of("taken a 1", "opened a", "taken b 1"), desk.lines());
        assertEquals(
                1,
                desk.count("select count(*) from inbox_waiting where version = 2 and error = 'offends the consumer'"));
    }

    @Test
    void aReplayThatStillFailsChangesNothing() throws Exception {
        desk.diary.offensive.add("a 1");
        desk.take(desk.event("a", 1), desk.event("a", 2));

        var tally = desk.inbox().replay(waiting(1)).orElseThrow();

        assertEquals(1, tally.count(InboxOutcome.PARKED));
        assertEquals(2, desk.count("select count(*) from inbox_waiting"));
    }

    @Test
    void aReplayTakesWhatCanBeTakenNowAndWhatWaitedBehind() throws Exception {
        desk.diary.offensive.add("a 1");
        desk.take(desk.event("a", 1), desk.event("a", 2), desk.event("a", 3));
        desk.diary.offensive.clear();

        var tally = desk.inbox().replay(waiting(1)).orElseThrow();

        assertEquals(3, tally.count(InboxOutcome.TAKEN));
        assertEquals(List.of("opened a", "taken a 1", "taken a 2", "taken a 3", "closed a"), desk.lines());
        assertEquals(0, desk.count("select count(*) from inbox_waiting"));
    }

    @Test
    void aReplayThatTheDatabaseStillRefusesLeavesItParked() throws Exception {
        desk.take(desk.event(1, "city.c3po.note.written.v1", "a", 1, "longer than the column takes"));

        var tally = desk.inbox().replay(waiting(1)).orElseThrow();

        assertEquals(1, tally.count(InboxOutcome.PARKED));
        assertEquals(1, desk.count("select count(*) from inbox_waiting where error like '%22001%'"));
    }

    @Test
    void aReplayOfWhatWaitsForAnotherLetsItWait() throws Exception {
        desk.take(desk.event("a", 2));

        var tally = desk.inbox().replay(waiting(2)).orElseThrow();

        assertEquals(1, tally.count(InboxOutcome.HELD));
        assertEquals(1, desk.count("select count(*) from inbox_waiting"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"fact\":{},\"state\":{}}",
                "{\"fact\":{},\"state\":7,\"access\":{\"classification\":\"PUBLIC\"}}",
                "{\"fact\":{},\"state\":{},\"access\":{\"classification\":\"SECRET\"}}",
                "{\"fact\":{},\"state\":{},\"access\":\"all\"}"
            })
    void dataThatCannotBeReadIsParked(String data) throws Exception {
        var tally = desk.take(
                desk.raw(InboxDesk.attributes(1, "city.c3po.note.written.v1", "a", 1), data), desk.event("b", 1));

        assertEquals(1, tally.count(InboxOutcome.PARKED));
        assertEquals(List.of("opened a", "taken b 1"), desk.lines());
        assertEquals(1, desk.count("select count(*) from inbox_waiting where error is not null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "subject", "sequence", "epoch", "time", "recordedtime", "id", "authid"})
    void aRecordWithoutAHeaderIsParkedWithoutASubject(String missing) throws Exception {
        var attributes = new HashMap<>(InboxDesk.attributes(1, "city.c3po.note.written.v1", "a", 1));
        attributes.remove(missing);
        var broken = desk.raw(attributes, "{}");

        desk.take(broken, desk.event("b", 1));
        desk.take(broken);

        assertEquals(List.of("taken b 1"), desk.lines());
        assertEquals(1, desk.count("select count(*) from inbox_waiting where aggregate_id is null"));
    }

    @Test
    void headersThatMeanNothingAreParked() throws Exception {
        for (var wrong : Map.of(
                        "type", "org.example.other",
                        "subject", "line\nbreak",
                        "sequence", "-1",
                        "epoch", "0",
                        "time", "yesterday")
                .entrySet()) {
            var attributes = new HashMap<>(InboxDesk.attributes(1, "city.c3po.note.written.v1", "a", 1));
            attributes.put(wrong.getKey(), wrong.getValue());
            desk.take(desk.raw(attributes, "{}"));
        }

        assertEquals(5, desk.count("select count(*) from inbox_waiting where aggregate_id is null"));
    }

    @Test
    void whatTheDatabaseRefusesIsFoundAmongManyAndParked() throws Exception {
        var batch = new ArrayList<InboxRecord>();
        for (long n = 1; n <= 40; n++) {
            batch.add(desk.event("s" + n, 1));
        }
        batch.add(20, desk.event(1, "city.c3po.note.written.v1", "bad", 1, "longer than the column takes"));

        var tally = desk.inbox().take(batch);

        assertEquals(40, tally.count(InboxOutcome.TAKEN));
        assertEquals(1, tally.count(InboxOutcome.PARKED));
        assertEquals(
                1, desk.count("select count(*) from inbox_waiting where aggregate_id = 'bad' and error is not null"));
    }

    @Test
    void theFaultOfOneThatWaitedIsNotBlamedOnTheOneItWaitedFor() throws Exception {
        desk.take(desk.event(1, "city.c3po.note.written.v1", "a", 2, "longer than the column takes"));

        desk.take(desk.event("a", 1));

        assertEquals(List.of("opened a", "taken a 1"), desk.lines());
        assertEquals(1, desk.count("select count(*) from inbox_waiting where version = 2 and error is not null"));
    }

    @Test
    void textThatNoColumnHoldsIsParked() throws Exception {
        var nul = "\\" + "u0000";
        desk.take(desk.event(1, "city.c3po.note.written.v1", "a", 1, nul), desk.event("b", 1));

        assertEquals(
                1, desk.count("select count(*) from inbox_waiting where aggregate_id = 'a' and error is not null"));
        assertTrue(desk.lines().contains("taken b 1"));
    }

    @Test
    void whatPassesIsNotTheRecordsFault() throws Exception {
        desk.diary.away = true;
        assertThrows(SQLException.class, () -> desk.take(desk.event("a", 1)));
        assertEquals(0, desk.count("select count(*) from inbox_waiting"));
        assertEquals(0, desk.count("select count(*) from inbox"));

        desk.diary.away = false;
        desk.take(desk.event("a", 1));

        assertEquals(List.of("taken a 1"), desk.lines());
    }

    @Test
    void aNewEpochBeginsAnew() throws Exception {
        desk.take(desk.event("a", 1), desk.event("a", 2), desk.event("b", 3));

        desk.take(
                desk.event(2, "city.c3po.note.written.v1", "a", 1, "again"),
                desk.event("a", 3),
                desk.event(2, "city.c3po.note.written.v1", "a", 2, "again"));

        assertEquals(
                List.of("taken a 1", "taken a 2", "opened b", "rewound portfolio", "taken a 1", "taken a 2"),
                desk.lines());
        assertEquals(0, desk.count("select count(*) from inbox_waiting"));
        assertEquals(0, desk.count("select count(*) from inbox where epoch = 1"));
    }

    @Test
    void completenessIsTheLeastOfAllPartitions() throws Exception {
        desk.inbox().expect(InboxDesk.SOURCE, 2);
        assertNull(desk.standing("portfolio").through());
        desk.take(desk.mark(0, 1, "2026-01-05T12:00:00Z"));
        assertNull(desk.standing("portfolio").through(), "a partition that never spoke");
        desk.take(desk.mark(1, 1, "2026-01-05T11:00:00Z"));
        assertEquals(
                Instant.parse("2026-01-05T11:00:00Z"),
                desk.standing("portfolio").through());
        assertNull(desk.standing("portfolio", "charter").through(), "a source that never spoke");

        desk.take(desk.mark(1, 1, "2026-01-05T10:00:00Z"));
        assertEquals(
                Instant.parse("2026-01-05T11:00:00Z"),
                desk.standing("portfolio").through(),
                "never backwards");

        desk.take(desk.mark(0, 2, "2026-01-05T13:00:00Z"));
        assertNull(desk.standing("portfolio").through(), "the new epoch has not spoken everywhere");
    }

    @Test
    void whatComesAfterItsSourceSaidItWasCompleteIsCounted() throws Exception {
        var recorded = InboxDesk.recordedAt(1);
        var tally = desk.take(
                desk.event("a", 1), desk.mark(0, 1, recorded.toString()), desk.event("b", 1), desk.event("a", 2));
        assertEquals(1, tally.count(InboxOutcome.LATE));
        assertEquals(3, tally.count(InboxOutcome.TAKEN));

        assertEquals(1, desk.take(desk.event("c", 1)).count(InboxOutcome.LATE));
        assertEquals(0, desk.take(desk.event("c", 1)).count(InboxOutcome.LATE), "a repeat is no news");
    }

    @Test
    void whatItsOwnerCannotSendIsAGapUntilItCan() throws Exception {
        for (int partition = 0; partition < 3; partition++) {
            desk.take(desk.mark(partition, 1, "2026-01-05T12:00:00Z", "a"));
        }
        assertEquals(List.of("opened a"), desk.lines());
        assertEquals(1, desk.standing("portfolio").sources().getFirst().gaps());

        desk.take(desk.mark(0, 1, "2026-01-05T12:00:01Z"));
        desk.take(desk.mark(1, 1, "2026-01-05T12:00:00Z", "a"));

        assertEquals(List.of("opened a", "closed a"), desk.lines());
        assertEquals(0, desk.standing("portfolio").sources().getFirst().gaps());
    }

    @Test
    void aMarkThatCannotBeReadIsParked() throws Exception {
        desk.take(desk.mark(0, 1, "soon"), desk.event("a", 1));

        assertEquals(1, desk.count("select count(*) from inbox_waiting where aggregate_id is null"));
        assertEquals(List.of("taken a 1"), desk.lines());
    }

    @Test
    void twoReplicasWithTheSameRecordsTakeEachOnce() throws Exception {
        var records = new ArrayList<InboxRecord>();
        for (long version = 1; version <= 20; version++) {
            for (var subject : List.of("a", "b", "c", "d", "e")) {
                records.add(desk.event(subject, version));
            }
        }
        Callable<Void> replica = () -> {
            for (int from = 0; from < records.size(); from += 10) {
                desk.inbox().take(records.subList(from, from + 10));
            }
            return null;
        };
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : replicas.invokeAll(List.of(replica, replica, replica))) {
                done.get();
            }
        }

        var lines = desk.lines();
        assertEquals(100, lines.size());
        for (var subject : List.of("a", "b", "c", "d", "e")) {
            assertEquals(
                    LongStream.rangeClosed(1, 20)
                            .mapToObj(version -> "taken " + subject + " " + version)
                            .toList(),
                    lines.stream()
                            .filter(line -> line.startsWith("taken " + subject))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void howeverTheyComeTheEndIsTheSame(long seed) throws Exception {
        var random = new Random(seed);
        var records = new ArrayList<InboxRecord>();
        for (var subject : List.of("a", "b", "c")) {
            for (long version = 1; version <= 15; version++) {
                records.add(desk.event(subject, version));
            }
        }
        var deliveries = new ArrayList<>(records);
        for (int repeat = 0; repeat < 20; repeat++) {
            deliveries.add(records.get(random.nextInt(records.size())));
        }
        Collections.shuffle(deliveries, random);
        for (int from = 0, to; from < deliveries.size(); from = to) {
            to = Math.min(deliveries.size(), from + 1 + random.nextInt(9));
            desk.inbox().take(deliveries.subList(from, to));
        }

        for (var subject : List.of("a", "b", "c")) {
            assertEquals(
                    LongStream.rangeClosed(1, 15)
                            .mapToObj(version -> "taken " + subject + " " + version)
                            .toList(),
                    desk.lines().stream()
                            .filter(line -> line.startsWith("taken " + subject))
                            .toList());
        }
        assertEquals(0, desk.count("select count(*) from inbox_waiting"));
        assertEquals(0, desk.count("select count(*) from inbox where gap_since is not null"));
    }

    private UUID waiting(long version) throws SQLException {
        try (var connection = desk.backbone.database.asApp();
                var query = connection.prepareStatement("select id from inbox_waiting where version = ?")) {
            query.setLong(1, version);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }
}
