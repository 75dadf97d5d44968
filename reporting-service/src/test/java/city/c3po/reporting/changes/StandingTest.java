package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Portfolio;
import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class StandingTest {
    private Portfolio portfolio;
    private final Job job = Job.reader();
    private String feed;

    @BeforeEach
    void open() throws SQLException {
        portfolio = new Portfolio();
        feed = "/v1/changes?types=" + portfolio.type;
        // as if no source had ever said anything, whatever other tests let it say
        try (var owner = Database.current().asOwner();
                var sql = owner.createStatement()) {
            sql.execute("update inbox_partition set through = null");
            sql.execute("update inbox set gap_since = null");
            sql.execute("delete from inbox_waiting");
            sql.execute("update inbox_source set parked = '[]', marked = 'epoch'");
        }
    }

    @AfterEach
    void close() {
        portfolio.close();
    }

    @Test
    void beforeASourceHasSaidAnythingNothingIsKnownToBeComplete() {
        var page = job.page(feed).json();
        assertTrue(page.path("completeThrough").isNull());
        assertEquals(
                Job.parse("[{\"service\":\"portfolio\",\"watermark\":null,\"lagSeconds\":null,\"state\":\"unknown\"}]"),
                page.path("sources"));
        assertEquals("source-stalled", strict().json().path("code").asText());
    }

    @Test
    void itIsCompleteAsFarAsTheLastPartitionSaid() throws SQLException {
        var now = businessNow();
        portfolio.tell(portfolio.event("a", 1));
        portfolio.mark(now);
        var source = awaitState("live");

        assertEquals(now, Instant.parse(source.path("watermark").asText()));
        assertEquals(
                now, Instant.parse(job.page(feed).json().path("completeThrough").asText()));
        assertTrue(source.path("lagSeconds").asLong() < 30);
        assertEquals(200, strict().status());
        assertEquals("handling=strict", strict().header("Preference-Applied"));
    }

    @Test
    void aSourceThatHasGoneSilentIsStalled() throws SQLException {
        portfolio.mark(businessNow().minusSeconds(40));
        var source = awaitState("stalled");

        assertTrue(source.path("lagSeconds").asLong() >= 40);
        var refused = strict();
        assertEquals(503, refused.status());
        assertEquals("source-stalled", refused.json().path("code").asText());
        assertEquals("portfolio", refused.json().at("/sources/0/service").asText());
        assertTrue(!refused.header("Retry-After").isEmpty());
        assertEquals(200, job.get(feed).status(), "who does not mind is answered");
    }

    @Test
    void whatItsOwnerCannotSendIsAGapInTheFeed() throws SQLException {
        portfolio.tell(portfolio.event("a", 1));
        var delta = job.round(feed).delta();
        portfolio.mark(businessNow(), "a");
        awaitState("gaps");

        var gap = job.round(delta);
        assertEquals(List.of("gap a 1"), gap.told());
        assertEquals("version 1", gap.items().getFirst().at("/data/title").asText());
        assertEquals(200, strict().status(), "a gap is no standstill");

        portfolio.mark(businessNow());
        awaitState("live");
        assertEquals(List.of("gapResolved a 1"), job.round(gap.delta()).told());
    }

    private Job.Answer strict() {
        return job.get(feed, "Prefer", "handling=strict");
    }

    private JsonNode awaitState(String state) {
        Portfolio.await(
                state,
                () -> job.page(feed).json().at("/sources/0/state").asText().equals(state));
        return job.page(feed).json().at("/sources/0");
    }

    private static Instant businessNow() throws SQLException {
        try (var connection = Database.current().asApp();
                var row = connection.createStatement().executeQuery("select business_now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
