package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.web.Cursors;
import city.c3po.reporting.Portfolio;
import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class CursorTest {
    private Portfolio portfolio;
    private final Job job = Job.reader();
    private String feed;

    /** Seals what the service never sealed, with the service's own keys. */
    @Inject
    Cursors cursors;

    @BeforeEach
    void open() {
        portfolio = new Portfolio();
        feed = "/v1/changes?types=" + portfolio.type;
    }

    @AfterEach
    void close() {
        portfolio.close();
    }

    @Test
    void anAlteredCursorIsNone() {
        var delta = job.round(feed).delta();
        var cursor = delta.substring(delta.indexOf("cursor=") + 7);
        var part = cursor.split("\\.");
        for (var forged : new String[] {
            cursor + "x",
            part[0] + "." + part[1].substring(1) + "." + part[2],
            "other." + part[1] + "." + part[2],
            part[0] + "." + part[1] + ".",
            part[1] + "." + part[2],
            "%00"
        }) {
            var answer = job.get(feed + "&cursor=" + forged);
            assertEquals(400, answer.status(), forged + " " + answer.text());
            assertTrue(answer.json().path("code").asText().startsWith("bad-"), answer.text());
        }
    }

    @Test
    void aCursorOfAnotherListIsForeign() {
        var foreign = cursors.seal("/v1/initiatives", "1 net delta 0 0 -1 1 0 x y 50");
        var answer = job.get(feed + "&cursor=" + foreign);
        assertEquals(400, answer.status());
        assertEquals("bad-cursor", answer.json().path("code").asText());
    }

    @Test
    void aCursorOfAnotherEditionIsNone() {
        for (var payload : new String[] {"", "2 net delta 0 0 -1 1 0 x y 50", "1 net delta zero 0 -1 1 0 x y 50"}) {
            var answer = job.get(feed + "&cursor=" + cursors.seal("/v1/changes", payload));
            assertEquals(400, answer.status(), payload);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"&types=other", "&departments=DEP-PW", "&fields=state", "&mode=log"})
    void otherFiltersAreAnotherFeed(String other) {
        var delta = job.round(feed).delta();
        var answer = job.get(delta + other);
        assertEquals(400, answer.status(), answer.text());
        assertEquals("cursor-mismatch", answer.json().path("code").asText());
    }

    @Test
    void theSameFiltersInAnotherOrderAreTheSame() {
        var delta =
                job.round("/v1/changes?types=b,a&departments=DEP-PW,DEP-LIB").delta();
        var cursor = delta.substring(delta.indexOf("cursor="));
        assertEquals(
                200,
                job.get("/v1/changes?departments=DEP-LIB&departments=DEP-PW&types=a,b,a&" + cursor)
                        .status());
    }

    @Test
    void pagesMayGetLargerOnTheWay() {
        portfolio.tell(portfolio.event("a", 1), portfolio.event("b", 1), portfolio.event("c", 1));
        var first = job.page(feed + "&limit=1");
        assertEquals(2, job.page(first.next() + "&limit=2").items().size());
        assertEquals(1, job.page(first.next()).items().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode=both",
                "mode=NET",
                "since=yesterday",
                "since=latest&cursor=x",
                "since=report:1",
                "since=report:019a0c3e-7d1a-7000-8000-000000000042",
                "until=latest",
                "until=report:019a0c3e-7d1a-7000-8000-000000000042&cursor=x",
                "limit=0",
                "limit=501",
                "limit=ten",
                "types=a%20b",
                "types=Initiative",
                "departments=%0A",
                "fields=/state",
                "fields=a,,b",
                "program=x",
                "cursor=a&cursor=b",
                "mode=net&mode=log"
            })
    void whatCannotBeReadIsRefusedByName(String query) {
        var answer = job.get("/v1/changes?" + query);
        assertEquals(400, answer.status(), answer.text());
        assertTrue(answer.json().has("errors"), answer.text());
    }

    @Test
    void aForkOfTheFeedEndsAllCursorsOfBefore() throws SQLException {
        var delta = job.round(feed).delta();
        var log = job.round(feed + "&mode=log").delta();
        sql("update change_counter set generation = generation + 1");

        for (var address : new String[] {delta, log}) {
            var answer = job.get(address);
            assertEquals(410, answer.status());
            assertEquals("feed-rewound", answer.json().path("code").asText());
            assertEquals(
                    answer.header("Location"), answer.json().at("/resync/from").asText());
            assertEquals(200, job.get(answer.header("Location")).status());
        }
        assertEquals("replay", job.get(log).json().at("/resync/action").asText());
    }

    @Test
    void aPositionBeyondTheLogIsOneOfALogThatWasLost() {
        var visibility = visibilityOf(job.round(feed).delta());
        var filters =
                new Filters(new TreeSet<>(Set.of(portfolio.type)), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        var beyond = new Bookmark(
                Mode.NET,
                false,
                999_999_999,
                999_999_999,
                Bookmark.OPEN,
                generation(),
                Instant.now(),
                filters.digest(),
                visibility,
                50);

        var answer = job.get(feed + "&cursor=" + cursors.seal("/v1/changes", beyond.toText()));

        assertEquals(410, answer.status(), answer.text());
        assertEquals("feed-rewound", answer.json().path("code").asText());
    }

    @Test
    void aCursorLastsFourHundredDays() throws SQLException {
        var page = job.page(feed);
        var delta = page.delta();
        var expires = Instant.parse(page.json().path("deltaExpiresAt").asText());
        advance("399 days");
        assertEquals(200, job.get(delta).status());
        assertTrue(expires.isAfter(businessNow()));

        advance("2 days");

        Portfolio.await("the clock is looked at again", () -> job.get(delta).status() == 410);
        var answer = job.get(delta);
        assertEquals("cursor-expired", answer.json().path("code").asText());
        assertEquals(feed, answer.header("Location"));
    }

    private String visibilityOf(String address) {
        return Bookmark.of(cursors.open("/v1/changes", address.substring(address.indexOf("cursor=") + 7)))
                .visibility();
    }

    private static int generation() {
        return (int) Portfolio.count("select generation from change_counter");
    }

    private static Instant businessNow() {
        return Instant.ofEpochSecond(Portfolio.count("select extract(epoch from business_now())::bigint"));
    }

    private static void advance(String step) throws SQLException {
        sql("select business_clock_advance(interval '" + step + "')");
    }

    private static void sql(String sql) throws SQLException {
        try (var connection = Database.current().asOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
