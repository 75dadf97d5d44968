package city.c3po.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.c3po.testing.Infra;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayTest {
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
    void theSameEventsArriveWithTheirOriginalIdsAndTimes() throws Exception {
        // Given events that were sent once
        for (int version = 1; version <= 3; version++) {
            backbone.append("a", version);
            backbone.append("b", version);
        }
        backbone.relay();
        var first = backbone.feed().until("all", f -> f.events().size() == 6);

        // When they are replayed to another topic
        var again = backbone.prefix + "again";
        Infra.kafka().createTopics(List.of(again));
        long sent = replay("1", again);

        // Then it holds the same, in the same order per aggregate
        assertEquals(6, sent);
        var second = backbone.feed(again).until("all", f -> f.events().size() == 6);
        for (var subject : List.of("a", "b")) {
            assertEquals(of(first, subject), of(second, subject));
        }
    }

    @Test
    void itBeginsAtARowOrATime() throws Exception {
        backbone.append("a", 1);
        backbone.append("a", 2);
        var again = backbone.prefix + "part";
        Infra.kafka().createTopics(List.of(again));

        assertEquals(1, replay("2", again));
        assertEquals(2, replay("2020-01-01T00:00:00Z", again));
        assertEquals(0, replay(Instant.now().plusSeconds(60).toString(), again));
        assertThrows(IllegalArgumentException.class, () -> Replay.From.parse("yesterday"));
    }

    private long replay(String from, String topic) throws Exception {
        return Replay.run(
                Backbone.KEY,
                Replay.From.parse(from),
                topic,
                backbone.database.url(),
                backbone.database.appRole(),
                backbone.database.password(),
                Infra.kafka().bootstrap());
    }

    private static List<Backbone.Arrived> of(Backbone.Feed feed, String subject) {
        return feed.events().stream().filter(e -> e.subject().equals(subject)).toList();
    }
}
