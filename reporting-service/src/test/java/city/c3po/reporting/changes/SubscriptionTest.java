package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Portfolio;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job that keeps nothing but a name. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class SubscriptionTest {
    private Portfolio portfolio;
    private final Job job = Job.reader();
    private String path;

    @BeforeEach
    void open() {
        portfolio = new Portfolio();
        path = "/v1/change-subscriptions/" + portfolio.type;
        var made = job.put(path, wish(), "If-None-Match", "*");
        assertEquals(201, made.status(), made.text());
        assertEquals(path, made.header("Location").replaceFirst("^.*(?=/v1/)", ""));
    }

    @AfterEach
    void close() {
        portfolio.close();
    }

    private String wish() {
        return "{\"types\":[\"" + portfolio.type + "\"]}";
    }

    private Job.Answer acknowledge(Job.Answer page) {
        return job.post(
                path + "/ack",
                "{\"upTo\":\"" + page.json().path("upTo").asText() + "\"}",
                "If-Match",
                page.header("ETag"));
    }

    @Test
    void whatIsNotAcknowledgedIsToldAgain() {
        finishBaseline();
        portfolio.tell(portfolio.event("a", 1));
        finishBaseline();
        portfolio.tell(portfolio.event("b", 1), portfolio.event("a", 2));

        var page = job.page(path + "/changes");
        assertEquals(List.of("created b 1", "updated a 2"), page.told());
        assertEquals(page.told(), job.page(path + "/changes").told(), "a worker that died is told again");

        assertEquals(200, acknowledge(page).status());
        assertEquals(List.of(), job.page(path + "/changes").told());
    }

    /** Acknowledges until there is no more. */
    private TreeMap<String, Long> finishBaseline() {
        var held = new TreeMap<String, Long>();
        for (Job.Answer page; ; ) {
            page = job.page(path + "/changes");
            page.items()
                    .forEach(item -> held.put(
                            item.at("/subject/id").asText(),
                            item.at("/subject/version").asLong()));
            assertEquals(200, acknowledge(page).status());
            if (!page.json().path("hasMore").asBoolean() && page.items().isEmpty()) {
                return held;
            }
        }
    }

    @Test
    void ofTwoWorkersOneMovesThePlace() {
        portfolio.tell(portfolio.event("a", 1));
        var one = job.page(path + "/changes");
        var other = job.page(path + "/changes");
        assertEquals(one.header("ETag"), other.header("ETag"));

        assertEquals(200, acknowledge(one).status());
        var late = acknowledge(other);

        assertEquals(412, late.status(), late.text());
        assertEquals("stale-version", late.json().path("code").asText());
        assertEquals(
                428,
                job.post(path + "/ack", "{\"upTo\":\"" + one.json().path("upTo").asText() + "\"}")
                        .status());
    }

    @Test
    void manyWorkersTogetherMissNothing() {
        var expected = new TreeMap<String, Long>();
        finishBaseline();
        var events = new ArrayList<Portfolio.Event>();
        for (int n = 0; n < 60; n++) {
            events.add(portfolio.event("s" + n, 1));
            expected.put("s" + n, 1L);
        }
        portfolio.tell(events);

        var done = new TreeMap<String, Long>();
        var workers = new ArrayList<CompletableFuture<Void>>();
        for (int worker = 0; worker < 4; worker++) {
            workers.add(CompletableFuture.runAsync(() -> {
                for (int turn = 0; turn < 40 && !isEmpty(done, expected.size()); turn++) {
                    var page = job.page(path + "/changes?limit=7");
                    if (acknowledge(page).status() == 200) {
                        synchronized (done) {
                            page.items()
                                    .forEach(item -> assertEquals(
                                            null,
                                            done.put(
                                                    item.at("/subject/id").asText(),
                                                    item.at("/subject/version").asLong()),
                                            "acknowledged once"));
                        }
                    }
                }
            }));
        }
        workers.forEach(CompletableFuture::join);

        assertEquals(expected, done);
    }

    private static boolean isEmpty(TreeMap<String, Long> done, int all) {
        synchronized (done) {
            return done.size() >= all;
        }
    }

    @Test
    void aForeignOrForgedOrEarlierAcknowledgementIsRefused() {
        portfolio.tell(portfolio.event("a", 1), portfolio.event("b", 1));
        var first = job.page(path + "/changes?limit=1");
        var tag = first.header("ETag");
        var cursor = job.page("/v1/changes?types=" + portfolio.type).delta().replaceFirst("^.*cursor=", "");
        for (var forged : List.of(cursor, first.json().path("upTo").asText() + "x", "k1.e30.e30")) {
            var answer = job.post(path + "/ack", "{\"upTo\":\"" + forged + "\"}", "If-Match", tag);
            assertEquals(400, answer.status(), answer.text());
            assertEquals("bad-cursor", answer.json().path("code").asText());
        }
        assertEquals(200, acknowledge(first).status());
        var second = acknowledge(job.page(path + "/changes?limit=1"));
        var back = job.post(
                path + "/ack",
                "{\"upTo\":\"" + first.json().path("upTo").asText() + "\"}",
                "If-Match",
                second.header("ETag"));
        assertEquals(409, back.status());
        assertEquals("acknowledged-forward", back.json().path("code").asText());
    }

    @Test
    void otherFiltersBeginAnewAndTheSameDoNot() {
        portfolio.tell(portfolio.event("a", 1));
        finishBaseline();
        var present = job.page(path);
        var same = job.put(path, wish(), "If-Match", present.header("ETag"));
        assertEquals(200, same.status());
        assertEquals(present.header("ETag"), same.header("ETag"));

        var other = job.put(
                path, "{\"types\":[\"" + portfolio.type + "\"],\"mode\":\"log\"}", "If-Match", present.header("ETag"));

        assertEquals(200, other.status(), other.text());
        assertEquals(List.of("created a 1"), job.page(path + "/changes").told());
    }

    @Test
    void itBelongsToWhoeverMadeItAndIsSeenByWhoeverLooksAfterJobs() {
        var stranger = new Job(Tokens.as("submitter"));
        assertEquals(404, stranger.get(path).status());
        assertEquals(404, stranger.get(path + "/changes").status());
        var operator = new Job(Tokens.as("operator"));
        assertTrue(operator.page(path).json().path("behind").isNumber());
        var refused = operator.get(path + "/changes");
        assertEquals(403, refused.status());
        assertEquals("own-subscription", refused.json().path("code").asText());
        assertFalse(operator.page("/v1/change-subscriptions?limit=500").items().isEmpty());
        assertEquals(
                204,
                operator.delete(path, "If-Match", operator.page(path).header("ETag"))
                        .status());
        assertEquals(404, job.get(path).status());
    }

    @Test
    void whoMaySeeMoreBeginsAnew() {
        portfolio.tell(portfolio.event("a", 1));
        finishBaseline();
        var promoted = new Job(Tokens.client("reporting-job").roles("reader", "auditor"));
        var gone = promoted.get(path + "/changes");
        assertEquals(410, gone.status());
        assertEquals("visibility-changed", gone.json().path("code").asText());
        assertEquals("restart", gone.json().at("/resync/action").asText());

        var present = promoted.page(gone.header("Location").replaceFirst("^.*(?=/v1/)", ""));
        var restarted = promoted.post(path + "/restart", "", "If-Match", present.header("ETag"));

        assertEquals(200, restarted.status(), restarted.text());
        assertNotEquals(present.header("ETag"), restarted.header("ETag"));
        assertEquals(List.of("snapshot a 1"), promoted.page(path + "/changes").told());
    }

    @Test
    void aNameIsPlain() {
        for (var name : List.of("Night", "a_b", "-a", "a%20b", "a".repeat(64))) {
            assertEquals(
                    400,
                    job.put("/v1/change-subscriptions/" + name, wish(), "If-None-Match", "*")
                            .status(),
                    name);
        }
        assertEquals(412, job.put(path, wish(), "If-None-Match", "*").status());
        assertEquals(428, job.put(path, wish()).status());
    }

    @Test
    void itWaitsForNewsToo() throws Exception {
        finishBaseline();
        var waiting = job.getLater(path + "/changes", "Prefer", "wait=25");
        portfolio.tell(portfolio.event("a", 1));
        assertEquals(List.of("created a 1"), waiting.get(20, TimeUnit.SECONDS).told());
    }
}
