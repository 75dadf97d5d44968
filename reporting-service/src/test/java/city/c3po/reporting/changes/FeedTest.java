package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Portfolio;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class FeedTest {
    private Portfolio portfolio;
    private final Job job = Job.reader();
    private String feed;

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
    void aBaselineIsWhatIsAndThenComesWhatChanged() {
        portfolio.tell(portfolio.event("a", 1), portfolio.event("a", 2), portfolio.event("b", 1));
        var baseline = job.round(feed);
        assertEquals(List.of("snapshot a 2", "snapshot b 1"), baseline.told());

        portfolio.tell(portfolio.event("c", 1), portfolio.event("a", 3), portfolio.event("a", 4));
        var delta = job.round(baseline.delta());

        assertEquals(
                List.of("created c 1", "updated a 4"),
                delta.told().stream().sorted().toList());
        assertEquals(List.of(), job.round(delta.delta()).told());
    }

    @Test
    void anItemTellsWhoseWhatAndWhen() {
        portfolio.tell(portfolio.event("a", 1), portfolio.event("a", 2));
        var item = job.round(feed + "&mode=log").items().getLast();

        assertEquals("updated", item.path("op").asText());
        assertEquals(
                Job.parse("{\"type\":\"" + portfolio.type
                        + "\",\"id\":\"a\",\"number\":\"N-a\",\"version\":2,\"href\":\"/v1/" + portfolio.type
                        + "s/a\"}"),
                item.path("subject"));
        assertEquals(
                Job.parse("[{\"path\":\"/title\",\"from\":\"version 1\",\"to\":\"version 2\"}]"), item.path("changes"));
        assertEquals("version 2", item.at("/data/title").asText());
        assertEquals("2026-01-05T17:00:02Z", item.path("occurredAt").asText());
        assertEquals("2026-01-05T17:00:02Z", item.path("recordedAt").asText());
        assertEquals(
                "city.c3po." + portfolio.type + ".revised.v1",
                item.at("/event/type").asText());
        assertEquals(36, item.at("/event/id").asText().length());
        assertFalse(item.path("transient").asBoolean(true));
    }

    @Test
    void netTellsTheDifferenceToTheLastRoundAndLogEachStep() {
        portfolio.tell(portfolio.event("a", 1));
        var net = job.round(feed).delta();
        var log = job.round(feed + "&mode=log").delta();
        portfolio.tell(portfolio.event("a", 2), portfolio.event("a", 3));

        var once = job.round(net).items();
        assertEquals(1, once.size());
        assertEquals("version 1", once.getFirst().at("/changes/0/from").asText());
        assertEquals("version 3", once.getFirst().at("/changes/0/to").asText());
        assertEquals(List.of("updated a 2", "updated a 3"), job.round(log).told());
    }

    @Test
    void theLogFromItsBeginningIsEnoughToRebuildEverything() {
        portfolio.tell(
                portfolio.event("a", 1),
                portfolio.event("a", 2),
                portfolio.event("b", 1),
                portfolio.event("a", 3).fact("removed"));

        assertEquals(
                List.of("created a 1", "updated a 2", "created b 1", "removed a 3"),
                job.round(feed + "&mode=log").told());
        assertEquals(List.of("snapshot b 1"), job.round(feed).told());
    }

    @Test
    void whatCameAndWentBetweenTwoRoundsIsSaidToHavePassed() {
        portfolio.tell(portfolio.event("a", 1));
        var delta = job.round(feed).delta();
        portfolio.tell(
                portfolio.event("a", 2),
                portfolio.event("a", 3).state(portfolio.event("a", 1).state()),
                portfolio.event("b", 1),
                portfolio.event("b", 2).fact("removed"));

        var items = job.round(delta).items();

        assertEquals(
                List.of("removed b 2", "updated a 3"),
                items.stream().map(Job::tell).sorted().toList());
        assertTrue(items.stream().allMatch(item -> item.path("transient").asBoolean()));
        assertTrue(items.stream().allMatch(item -> item.path("changes").isEmpty()));
    }

    @Test
    void amountsKeepTheirDigits() {
        portfolio.tell(
                portfolio
                        .event("a", 1)
                        .state(portfolio.state("a", "\"cost\":{\"amount\":500000.00,\"currency\":\"USD\"}")),
                portfolio
                        .event("a", 2)
                        .state(portfolio.state("a", "\"cost\":{\"amount\":500000.10,\"currency\":\"USD\"}")));

        var text = job.page(feed + "&mode=log").text();

        assertTrue(text.contains("\"from\":500000.00,\"to\":500000.10"), text);
    }

    @Test
    void pagesOfOneRoundEndWhereItsFirstPageSaw() {
        create(1, 7);
        var first = job.page(feed + "&limit=3");
        assertEquals(7, Portfolio.count("select count(*) from subject where type = '" + portfolio.type + "'"));
        create(8, 12);

        var second = job.page(first.next());
        var third = job.page(second.next());

        assertEquals(List.of("snapshot s1 1", "snapshot s2 1", "snapshot s3 1"), first.told());
        assertEquals(List.of("snapshot s4 1", "snapshot s5 1", "snapshot s6 1"), second.told());
        assertEquals(List.of("snapshot s7 1"), third.told());
        assertFalse(third.hasMore());
        assertEquals(5, job.round(third.delta()).items().size());
        assertTrue(first.json().has("head")
                && first.json().has("completeThrough")
                && first.json().has("sources"));
        for (var later : List.of(second, third)) {
            assertFalse(later.json().has("head")
                    || later.json().has("completeThrough")
                    || later.json().has("sources"));
        }
    }

    @Test
    void theSameCursorIsTheSamePageForEver() {
        create(1, 9);
        var pages = new ArrayList<String>();
        var answers = new ArrayList<String>();
        for (var page = job.page(feed + "&limit=2"); page.hasMore(); ) {
            pages.add(page.next());
            page = job.page(page.next());
            answers.add(page.text());
        }
        assertEquals(4, pages.size());

        // Given that everything changes
        for (long n = 1; n <= 9; n++) {
            portfolio.tell(portfolio.event("s" + n, 2));
        }
        portfolio.tell(
                portfolio.event("s3", 3).access("CONFIDENTIAL"),
                portfolio.event("s4", 3).fact("removed"));

        for (int i = 0; i < pages.size(); i++) {
            assertEquals(answers.get(i), job.page(pages.get(i)).text());
        }
    }

    @Test
    void closedFullPagesAreImmutableAndOthersAreAskedAgain() {
        create(1, 5);
        var open = job.page(feed + "&limit=2");
        var full = job.page(open.next());
        var last = job.page(full.next());

        assertEquals("private, no-cache", open.header("Cache-Control"));
        assertEquals("private, max-age=31536000, immutable", full.header("Cache-Control"));
        assertEquals("private, no-cache", last.header("Cache-Control"));
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        create(1, 3);
        var open = job.page(feed);
        assertEquals(304, job.get(feed, "If-None-Match", open.header("ETag")).status());

        create(4, 4);
        var changed = job.get(feed, "If-None-Match", open.header("ETag"));
        assertEquals(200, changed.status());

        var page = job.page(feed + "&limit=2");
        var closed = job.page(page.next());
        create(5, 5);
        assertEquals(
                304,
                job.get(page.next(), "If-None-Match", closed.header("ETag")).status());
    }

    @Test
    void latestLeadsToWhatComesFromNowOn() {
        create(1, 3);
        var latest = job.page(feed + "&since=latest");
        assertEquals(List.of(), latest.told());

        create(4, 4);

        assertEquals(List.of("created s4 1"), job.round(latest.delta()).told());
    }

    @Test
    void aStreamIsAWholeRoundAndItsLastLineSaysSo() {
        create(1, 1203);
        var lines = job.page(feed, "Accept", "application/x-ndjson")
                .text()
                .lines()
                .map(Job::parse)
                .toList();

        assertEquals(1204, lines.size());
        assertEquals(
                LongStream.rangeClosed(1, 1203)
                        .mapToObj(n -> "snapshot s" + n + " 1")
                        .toList(),
                lines.subList(0, 1203).stream().map(Job::tell).toList());
        var end = lines.getLast();
        assertFalse(end.has("subject"));
        assertTrue(end.has("completeThrough"));
        create(1204, 1204);
        assertEquals(
                List.of("created s1204 1"),
                job.round(end.at("/page/delta").asText()).told());
    }

    @Test
    void onlyTheFieldsAskedForCount() {
        portfolio.tell(portfolio
                .event("a", 1)
                .state(portfolio.state("a", "\"state\":\"DRAFT\",\"cost\":{\"likely\":1,\"high\":2}")));
        var filtered = feed + "&fields=state,cost/likely";
        var delta = job.round(filtered).delta();
        portfolio.tell(portfolio
                .event("a", 2)
                .state(portfolio.state("a", "\"state\":\"DRAFT\",\"cost\":{\"likely\":1,\"high\":3}")));
        var nothing = job.round(delta);
        assertEquals(List.of(), nothing.told());

        portfolio.tell(portfolio
                .event("a", 3)
                .state(portfolio.state("a", "\"state\":\"SUBMITTED\",\"cost\":{\"likely\":5,\"high\":9}")));

        var item = job.round(nothing.delta()).items().getFirst();
        assertEquals(
                List.of("/cost/likely", "/state"),
                Job.list(item.path("changes")).stream()
                        .map(c -> c.path("path").asText())
                        .toList());
        assertEquals(9, item.at("/data/cost/high").asInt());
    }

    @Test
    void assetsAreToldOnlyToWhoAsksForThem() {
        var assets = new Portfolio("asset");
        try (assets) {
            var id = portfolio.type;
            var delta = job.page("/v1/changes?since=latest").delta();
            var asked = job.page("/v1/changes?since=latest&types=asset").delta();
            assets.tell(assets.event(id, 1));

            assertEquals(List.of(), job.round(delta).told());
            assertEquals(List.of("created " + id + " 1"), job.round(asked).told());
        }
    }

    @Test
    void aCorrectionIsCalledSo() {
        portfolio.tell(portfolio.event("a", 1));
        var delta = job.round(feed).delta();
        portfolio.tell(portfolio.event("a", 2).fact("corrected"));

        assertEquals(List.of("corrected a 2"), job.round(delta).told());
    }

    @Test
    void whatIsRedactedAtItsSourceIsRedactedInWhatWasTold() {
        portfolio.tell(portfolio.event("a", 1), portfolio.event("a", 2));
        var page = job.page(feed + "&mode=log&limit=1");
        assertTrue(job.page(page.next()).text().contains("version 2"));
        var delta = job.round(feed).delta();

        portfolio.tell(portfolio.event("a", 3).fact("redacted").state("null"));

        assertEquals(List.of("redacted a 3"), job.round(delta).told());
        var log = job.round(feed + "&mode=log");
        assertEquals(List.of("created a 1", "updated a 2", "redacted a 3"), log.told());
        assertFalse(log.pages().toString().contains("version 1"));
        assertFalse(job.page(page.next()).text().contains("version 2"));
    }

    /** Records s<from> to s<to>. */
    private void create(long from, long to) {
        portfolio.tell(LongStream.rangeClosed(from, to)
                .mapToObj(n -> portfolio.event("s" + n, 1))
                .toList());
    }
}
