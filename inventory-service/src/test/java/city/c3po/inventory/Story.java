package city.c3po.inventory;

import static city.c3po.inventory.Http.ADMIN;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.inventory.Http.PPM_2;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.verb;

import city.c3po.inventory.imports.Feeds;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A day in which every fact happens once: the contracts are held against it, and their examples are taken from it. */
public final class Story {
    private static final String HEADER = "nativeKey,kind,name,department,location,manufacturer,serial\n";
    private static final Duration BOUND = Duration.ofSeconds(60);

    private Story() {}

    public static void tell() {
        City.known();
        byHand();
        byFeed();
        lateFeed();
        var source = expect(200, get(ADMIN, "/v1/sources/" + Feeds.source("")));
        expect(200, verb(ADMIN, source, "withdraw", "{\"reason\": \"The wrong network\"}"));
        source = Feeds.reconsidered(source.jsonPath().getString("code"));
        expect(200, verb(ADMIN, source, "reinstate", "{\"reason\": \"The right one after all\"}"));
        Licences.tell();
        Campaigns.tell();
    }

    private static void byHand() {
        var laptop = expect(201, post(PPM, "/v1/assets?beginsAs=IN_STOCK", """
                {"kind": "HARDWARE", "name": "Field laptop", "department": "DEP-PW", "manufacturer": "Lenovo",
                 "serial": "%s", "receivedOn": "2026-02-20", "purchaseCost": {"amount": 1420.50}}""".formatted(serial())));
        laptop = expect(200, patch(PPM, laptop, "{\"location\": \"Depot\"}"));
        laptop = expect(200, verb(PPM, laptop, "lock", "{\"attribute\": \"location\", \"reason\": \"Seen on site\"}"));
        laptop = expect(200, verb(PPM, laptop, "assign", "{\"custodian\": \"ada\"}"));
        var twin = expect(
                201, post(PPM, "/v1/assets", "{\"kind\": \"HARDWARE\", \"name\": \"Field laptop (old record)\"}"));
        var merged = expect(
                200,
                verb(
                        PPM,
                        twin,
                        "merge",
                        "{\"into\": \"%s\", \"reason\": \"One machine\"}"
                                .formatted(laptop.jsonPath().getString("id"))));
        expect(200, verb(PPM, merged, "unmerge", "{\"reason\": \"Two after all\"}"));
    }

    private static void byFeed() {
        var source = Feeds.source(", \"contract\": {\"maxShrinkPercent\": 30}");
        var serial = serial();
        Feeds.done(
                source,
                "",
                HEADER
                        + row("A1", "One", serial)
                        + row("A2", "Two", serial())
                        + row("A3", "Three", serial())
                        + row("A2", "Two, twice in the file".replace(",", ""), serial())
                        + "A4,HARDWARE,,,,,\n");
        var small = Feeds.done(source, "", HEADER + row("A1", "One renamed", serial));
        expect(200, verb(PPM_2, small, "approve"));
        var again = Feeds.done(source, "", HEADER + row("A1", "One again", serial));
        if (again.jsonPath().getString("state").equals("QUARANTINED")) {
            Feeds.atRest(expect(200, verb(PPM, again, "reject", "{\"reason\": \"Still half of it\"}")));
        }
        var reviews = expect(200, get(PPM, "/v1/match-reviews?state=OPEN&source=" + source))
                .jsonPath();
        var review = expect(200, get(PPM, reviews.getString("items[0].href")));
        expect(200, verb(PPM, review, "dismiss", "{\"comment\": \"A typing error\"}"));
        var held = expect(200, get(PPM, "/v1/match-reviews?state=HELD&source=" + source))
                .jsonPath();
        City.run("update match_review set until = opened_at - interval '1 day' where id = '"
                + held.getString("items[0].id") + "'");
        await(
                "a held row to expire",
                () -> get(PPM, held.getString("items[0].href"))
                        .jsonPath()
                        .getString("state")
                        .equals("EXPIRED"));
        var plan = Feeds.done(source, "&dryRun=true&mode=ATOMIC", HEADER + row("A1", "One dry", serial));
        expect(200, verb(PPM, plan, "reject", "{\"reason\": \"Only a try\"}"));
        var lost = Feeds.done(source, "&dryRun=true", HEADER + row("A1", "One lost", serial));
        City.run("delete from staged_row where import = '" + lost.jsonPath().getString("id") + "'");
        Feeds.atRest(expect(200, verb(PPM, lost, "approve")));
    }

    private static void lateFeed() {
        var source = Feeds.source("");
        City.run("insert into source_fed values ('" + source + "', now() - interval '3 days')");
        await(
                "a late feed",
                () -> get(ADMIN, "/v1/sources?late=true&limit=500")
                        .jsonPath()
                        .getList("items.code")
                        .contains(source));
        Feeds.done(source, "", HEADER + row("L1", "Late one", serial()));
        await(
                "a feed that came",
                () -> !get(ADMIN, "/v1/sources?late=true&limit=500")
                        .jsonPath()
                        .getList("items.code")
                        .contains(source));
    }

    static void await(String what, java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + BOUND + ": " + what);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    static String serial() {
        return "SN"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 10).toUpperCase();
    }

    private static String row(String key, String name, String serial) {
        return "%s,HARDWARE,%s,DEP-LIB,Main Library,Dell,%s\n".formatted(key, name, serial);
    }
}
