package city.c3po.story.inventory;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.Proposals;
import city.c3po.story.cast.ReportingJob;
import city.c3po.story.cast.Sources;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** 20,000 assets: the network sees 12,000 of them, finance paid for 12,000, and 4,000 are the same. */
@TheSuite
@Order(40)
class InventoryStory {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final Set<String> AT_REST = Set.of("PLANNED", "QUARANTINED", "APPLIED", "REJECTED", "FAILED");
    private static final int SEEN = 12_000;
    private static final int SHARED = 4_000;
    private static final int ALL = 20_000;

    private final RunningSuite suite;
    private final Door ppm;
    private final String run = Long.toString(System.nanoTime(), 36);

    InventoryStory(RunningSuite suite) {
        this.suite = suite;
        this.ppm = suite.door().as("ppm");
    }

    @Test
    void two_feeds_become_one_inventory_that_knows_how_fresh_it_is() {
        suite.c3po("demo"); // the city's departments and people
        Sources.register(suite, "discovery", ", \"contract\": {\"maxShrinkPercent\": 30}");
        Sources.register(suite, "finance");
        twoFeedsFindTheSameMachines();
        conflict();
        shrunkenFeed();
        var renewal = subscription();
        feedStops(renewal);
    }

    private void twoFeedsFindTheSameMachines() {
        var seen = feed("discovery", discovered(0, SEEN));
        assertEquals("APPLIED", seen.text("/state"), seen.body());
        assertEquals(SEEN, seen.json().at("/counts/created").asInt(), seen.body());

        var paid = feed("finance", paidFor(SEEN - SHARED, ALL));
        assertEquals("APPLIED", paid.text("/state"), paid.body());
        assertEquals(SHARED, paid.json().at("/counts/updated").asInt(), paid.body());
        assertEquals(ALL - SEEN, paid.json().at("/counts/created").asInt(), paid.body());

        var both = asset(SEEN - 1);
        assertEquals(2, both.json().path("sources").size(), both.body());
        assertEquals("discovery", both.text("/provenance/location"), both.body());
        assertEquals("finance", both.text("/provenance/purchaseCost"), both.body());
    }

    /** Finance says the serial of one machine and the firmware's uuid of another. */
    private void conflict() {
        var file = feed("finance", """
                nativeKey,kind,name,department,manufacturer,serial,uuid
                FX-%1$s,HARDWARE,Machine 0 of %1$s,DEP-LIB,Dell,%2$s,%3$s
                """.formatted(run, serial(0), uuid(1)));
        assertEquals(1, file.json().at("/counts/review").asInt(), file.body());
        var review = ppm.get("/v1/match-reviews?state=OPEN&importId=" + file.text("/id"))
                .expect(200)
                .items()
                .getFirst();
        assertEquals("several", review.path("reason").asText());

        // the two are one machine, says who went and looked
        var first = asset(0);
        var second = asset(1);
        var merged = verb(
                second,
                "merge",
                "{\"into\": \"%s\", \"reason\": \"One machine, said twice\"}".formatted(first.text("/id")));
        assertEquals(301, ppm.get(second.text("/href")).status());
        var open = ppm.get(review.path("href").asText()).expect(200);
        var linked =
                verb(open, "link", "{\"asset\": \"%s\", \"comment\": \"Seen on site\"}".formatted(first.text("/id")));
        assertEquals("LINKED", linked.text("/state"));

        // and two after all, says who looked again
        verb(merged, "unmerge", "{\"reason\": \"The label was on the wrong one\"}");
        assertEquals(
                "Machine 1 of " + run, ppm.get(second.text("/href")).expect(200).text("/name"));
        assertTrue(ppm.get(second.text("/href") + "/history/verify")
                .expect(200)
                .json()
                .path("verified")
                .asBoolean());
    }

    private void shrunkenFeed() {
        var half = feed("discovery", discovered(0, SEEN / 2));
        assertEquals("QUARANTINED", half.text("/state"), half.body());
        ppm.ifMatch(half).post(half.text("/href") + "/approve").expect(200);
        assertEquals("APPLIED", atRest(half, Set.of("APPLIED", "FAILED")).text("/state"));
    }

    /** The Council decides about two millions: 60 days of notice, 45 of approval, 28 of agenda; 85 are left. */
    private Answer subscription() {
        var product = ppm.post(
                        "/v1/software-products",
                        Proposals.json("{\"publisher\": \"Atlas Inc\", \"product\": \"Atlas " + run + "\"}"))
                .expect(201);
        var entitlement = ppm.post("/v1/entitlements", Proposals.json("""
                        {"product": "%s", "metric": "SEAT_SUBSCRIPTION", "quantity": 500, "department": "DEP-LIB",
                         "termStart": "2026-01-01", "termEnd": "%s", "noticeDays": 60, "autoRenew": true,
                         "cost": {"amount": 2000000.00, "currency": "USD"}}""".formatted(
                                product.text("/id"), today().plusDays(60 + 45 + 28 + 85))))
                .expect(201);
        var path = "/v1/renewals?entitlement=" + entitlement.text("/id");
        var renewal = await().atMost(Duration.ofSeconds(90))
                .until(() -> ppm.get(path).expect(200), found -> !found.items().isEmpty())
                .items()
                .getFirst();
        assertEquals(
                today().plusDays(85).toString(),
                renewal.path("decisionDeadline").asText());
        return ppm.get(renewal.path("href").asText()).expect(200);
    }

    private void feedStops(Answer renewal) {
        measure();
        var before = index();
        suite.c3po("clock", "+P26D");
        measure();
        var silent = index();
        assertTrue(silent < before - 0.2, before + " then " + silent);

        // the alert of 60 days is told as the time comes, and somebody decides
        var alerted = await().atMost(Duration.ofSeconds(90))
                .until(
                        () -> ppm.get(renewal.text("/href")).expect(200),
                        now -> now.json().path("alerted").size() == 3);
        assertEquals(
                "DECIDED",
                verb(alerted, "decide", "{\"decision\": \"RENEGOTIATE\", \"reason\": \"A third is not used\"}")
                        .text("/state"));

        // the feed resumes, and so does the trust in it; one machine fewer, since the same bytes would be the same
        // import
        assertEquals("APPLIED", feed("discovery", discovered(0, SEEN - 1)).text("/state"));
        measure();
        assertTrue(index() > silent + 0.1, silent + " then " + index());
        told();
    }

    /** What was measured is an event that others can hold a promise to. */
    private void told() {
        var job = new ReportingJob(suite.door().as("reporting-job"), "/v1/changes?mode=log&types=quality&limit=500");
        var heard = new ArrayList<JsonNode>();
        await().atMost(BOUND).until(() -> {
            heard.addAll(job.pull().about("department:DEP-LIB"));
            return heard.size() >= 3;
        });
    }

    private void measure() {
        ppm.post("/v1/quality/measure").expect(200);
    }

    private double index() {
        return ppm.get("/v1/quality/department:DEP-LIB")
                .expect(200)
                .json()
                .path("index")
                .asDouble();
    }

    private Answer verb(Answer record, String verb, String body) {
        return ppm.ifMatch(record)
                .post(record.text("/href") + "/" + verb, Proposals.json(body))
                .expect(200);
    }

    private Answer asset(int n) {
        var items = ppm.get("/v1/assets?serial=" + serial(n)).expect(200).items();
        assertEquals(1, items.size(), () -> items.toString());
        return ppm.get(items.getFirst().path("href").asText()).expect(200);
    }

    private Answer feed(String source, String file) {
        var sent = suite.door()
                .as(source + "-system")
                .with("Content-Type", "text/csv")
                .text("POST", "/v1/imports?source=" + source, file)
                .expect(201);
        return atRest(sent, AT_REST);
    }

    private Answer atRest(Answer sent, Set<String> states) {
        return await().atMost(BOUND)
                .until(() -> ppm.get(sent.text("/href")).expect(200), now -> states.contains(now.text("/state")));
    }

    private String discovered(int from, int to) {
        return "nativeKey,kind,name,department,location,manufacturer,serial,uuid\n"
                + IntStream.range(from, to)
                        .mapToObj(n -> "D-%s-%d,HARDWARE,Machine %d of %s,%s,Main Library,Dell,%s,%s\n"
                                .formatted(run, n, n, run, department(n), serial(n), uuid(n)))
                        .collect(Collectors.joining());
    }

    private String paidFor(int from, int to) {
        return "nativeKey,kind,name,department,location,manufacturer,serial,purchaseCost\n"
                + IntStream.range(from, to)
                        .mapToObj(n -> "F-%s-%d,HARDWARE,Machine %d of %s,%s,,Dell,%s,\"$1,%d.50\"\n"
                                .formatted(run, n, n, run, department(n), serial(n), 100 + n % 900))
                        .collect(Collectors.joining());
    }

    private static String department(int n) {
        return List.of("DEP-LIB", "DEP-PW").get(n % 2);
    }

    private String serial(int n) {
        return "SN%s%05d".formatted(run, n);
    }

    private String uuid(int n) {
        return java.util
                .UUID
                .nameUUIDFromBytes((run + n).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private LocalDate today() {
        var time = suite.c3po("clock").lines().findFirst().orElseThrow().split(" +")[1];
        return Instant.parse(time).atZone(ZoneId.of("America/Los_Angeles")).toLocalDate();
    }
}
