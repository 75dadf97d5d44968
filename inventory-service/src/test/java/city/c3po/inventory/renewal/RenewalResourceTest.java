package city.c3po.inventory.renewal;

import static city.c3po.inventory.City.ask;
import static city.c3po.inventory.Http.LIBRARIAN;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.inventory.City;
import city.c3po.inventory.Licences;
import city.c3po.testing.WithInfra;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class RenewalResourceTest {
    @Inject
    Renewals renewals;

    @Inject
    InstantSource clock;

    private final LocalDate today = LocalDate.now(ZoneId.of("America/Los_Angeles"));

    @BeforeEach
    void references() {
        City.known();
    }

    /** Ends so many days from now. */
    private Response entitlement(int days, int notice, String cost, String more) {
        return expect(201, post(PPM, "/v1/entitlements", """
                {"product": "%s", "metric": "SEAT_SUBSCRIPTION", "quantity": 3, "department": "DEP-LIB", "owner": "ada",
                 "termStart": "2026-01-01", "termEnd": "%s", "noticeDays": %d, "cost": {"amount": %s}%s}""".formatted(
                        Licences.product().jsonPath().getString("id"), today.plusDays(days), notice, cost, more)));
    }

    private static Response renewal(Response entitlement, String state) {
        return Licences.renewal(entitlement, state);
    }

    private static String told(Response renewal, String fact) {
        return ask("select count(*) from journal where aggregate_id = '"
                + renewal.jsonPath().getString("id") + "' and type = 'city.c3po.renewal." + fact + ".v1'");
    }

    @Test
    void what_ends_is_told_in_time_for_the_council_once_per_alert() {
        // 60 days of notice, 45 of approval, 28 of agenda: 50 days are left to decide
        var one = renewal(entitlement(183, 60, "1000000", ""), "OPEN");
        assertEquals(today.plusDays(123).toString(), one.jsonPath().getString("noticeDeadline"));
        assertEquals(today.plusDays(50).toString(), one.jsonPath().getString("decisionDeadline"));
        assertEquals(List.of(180, 90, 60), one.jsonPath().getList("alerted"));
        assertEquals("3", told(one, "due"));

        // When two replicas look again at once
        var id = UUID.fromString(one.jsonPath().getString("id"));
        var entitlement = UUID.fromString(one.jsonPath().getString("entitlement.id"));
        try (var replicas = Executors.newFixedThreadPool(2)) {
            for (int n = 0; n < 2; n++) {
                replicas.submit(() -> {
                    QuarkusTransaction.requiringNew().run(() -> renewals.openFor(entitlement, clock.instant()));
                    QuarkusTransaction.requiringNew().run(() -> renewals.look(id, clock.instant()));
                });
            }
        }

        // Then nothing is told twice
        assertEquals("3", told(one, "due"));
        assertEquals("3", ask("select count(*) from renewal_alert where entitlement = '" + entitlement + "'"));
        assertEquals("1", ask("select count(*) from renewal where entitlement = '" + entitlement + "'"));

        // And when the time runs, one more
        var later = clock.instant().plus(Duration.ofDays(21));
        QuarkusTransaction.requiringNew().run(() -> renewals.look(id, later));
        assertEquals("4", told(one, "due"));
        assertEquals(
                "ada",
                ask("select tasks -> 0 ->> 'assignee' from journal where aggregate_id = '" + id + "' and version = 1"));
    }

    @Test
    void what_nobody_decides_renews_itself_and_is_an_incident() {
        var incident = renewal(entitlement(20, 30, "500", ", \"autoRenew\": true"), "AUTO_RENEWED");
        assertEquals("1", told(incident, "autoRenewed"));
        assertEquals("5", told(incident, "due"));
        assertEquals(
                "illegal-move",
                refused(409, verb(PPM, incident, "decide", "{\"decision\": \"CANCEL\", \"reason\": \"Too late\"}")));
        assertEquals("1", told(renewal(entitlement(20, 30, "500", ""), "LAPSED"), "lapsed"));
        assertTrue(expect(200, get(PPM, incident.jsonPath().getString("href") + "/history/verify"))
                .jsonPath()
                .getBoolean("verified"));
    }

    @Test
    void the_office_or_the_owner_decides_and_may_decide_again() {
        var one = renewal(entitlement(100, 30, "500", ""), "OPEN");
        var body = "{\"decision\": \"RENEGOTIATE\", \"reason\": \"A third is not used\"}";
        assertEquals("office-or-owner-decides", refused(403, verb(LIBRARIAN, one, "decide", body)));
        var decided = expect(200, verb(PPM, one, "decide", body));
        assertEquals("DECIDED", decided.jsonPath().getString("state"));
        expect(200, verb(PPM, decided, "decide", "{\"decision\": \"RENEW\", \"reason\": \"A better price\"}"));

        // What is decided is not closed by the clock
        var id = UUID.fromString(one.jsonPath().getString("id"));
        City.run("update renewal set notice_deadline = current_date - 5 where id = '" + id + "'");
        assertEquals(
                "notice-is-still-possible",
                refused(409, verb(PPM, expect(200, get(PPM, one.jsonPath().getString("href"))), "decide", body)));
        assertEquals("0", told(one, "lapsed"));
    }

    @Test
    void a_term_that_is_renewed_or_ended_awaits_nobody() {
        var entitlement = entitlement(100, 30, "500", "");
        var one = renewal(entitlement, "OPEN");
        expect(200, verb(PPM, entitlement, "renew", "{\"termEnd\": \"2090-12-31\"}"));
        assertEquals("1", told(renewal(entitlement, "CALLED_OFF"), "calledOff"));
        assertEquals(
                "true",
                ask(
                        "select tasks -> 0 ->> 'done' from journal where type = 'city.c3po.renewal.calledOff.v1' and aggregate_id = '"
                                + one.jsonPath().getString("id") + "'"));
    }

    @Test
    void a_subscription_that_nobody_recorded_an_entitlement_for_ends_too() {
        var product = Licences.product().jsonPath().getString("id");
        var asset = expect(201, post(PPM, "/v1/assets?beginsAs=ACTIVE", """
                {"kind": "SUBSCRIPTION", "name": "Seats", "department": "DEP-LIB", "product": "%s", "seats": 5,
                 "termEnd": "%s", "purchaseCost": {"amount": 500}}""".formatted(product, today.plusDays(40))));
        var one = renewal(asset, "OPEN");
        assertEquals("asset", one.jsonPath().getString("entitlement.type"));
        assertEquals(today.plusDays(35).toString(), one.jsonPath().getString("decisionDeadline"));
        expect(200, verb(PPM, one, "decide", "{\"decision\": \"RENEW\", \"reason\": \"Needed\"}"));

        // When an entitlement is recorded, that is what ends
        var other = expect(201, post(PPM, "/v1/assets?beginsAs=ACTIVE", """
                {"kind": "SUBSCRIPTION", "name": "Other seats", "department": "DEP-LIB", "product": "%s",
                 "termEnd": "%s"}""".formatted(product, today.plusDays(50))));
        var open = renewal(other, "OPEN");
        expect(201, post(PPM, "/v1/entitlements", """
                {"product": "%s", "metric": "SEAT_SUBSCRIPTION", "quantity": 5, "termStart": "2026-01-01"}""".formatted(product)));
        assertEquals("1", told(renewal(other, "CALLED_OFF"), "calledOff"));
        assertEquals("OPEN", open.jsonPath().getString("state"));
    }

    @Test
    void an_edit_moves_the_deadlines() {
        var entitlement = entitlement(100, 30, "500", "");
        var one = renewal(entitlement, "OPEN");
        assertEquals(List.of(180, 90), one.jsonPath().getList("alerted"));
        expect(200, patch(PPM, entitlement, "{\"noticeDays\": 70}"));
        var id = UUID.fromString(one.jsonPath().getString("id"));
        QuarkusTransaction.requiringNew().run(() -> renewals.look(id, clock.instant()));
        assertEquals(
                List.of(180, 90, 60, 30),
                expect(200, get(PPM, one.jsonPath().getString("href")))
                        .jsonPath()
                        .getList("alerted"));
    }

    @Test
    void spend_is_spread_over_the_days_of_a_term() {
        var product = Licences.product().jsonPath().getString("id");
        var body = "{\"product\": \"%s\", \"metric\": \"DEVICE\", \"quantity\": 1, \"vendor\": \"V-1002\", %s}";
        expect(
                201,
                post(
                        PPM,
                        "/v1/entitlements",
                        body.formatted(
                                product,
                                "\"termStart\": \"2030-01-01\", \"termEnd\": \"2031-12-31\", \"cost\": {\"amount\": 730}")));
        expect(
                201,
                post(
                        PPM,
                        "/v1/entitlements",
                        body.formatted(product, "\"termStart\": \"2030-01-01\", \"cost\": {\"amount\": 100}")));
        expect(201, post(PPM, "/v1/entitlements", body.formatted(product, "\"termStart\": \"2030-01-01\"")));
        var item = "items.find { it.key == '" + product + "' }";
        var year = expect(200, get(PPM, "/v1/software-spend?since=2030-01-01&until=2030-12-31"))
                .jsonPath();
        assertEquals(465f, year.getFloat(item + ".spend.amount"));
        var next = expect(200, get(PPM, "/v1/software-spend?since=2031-01-01&until=2031-01-31&by=PRODUCT"))
                .jsonPath();
        assertEquals(31f, next.getFloat(item + ".spend.amount"));
        for (var by : List.of("VENDOR", "DEPARTMENT")) {
            expect(200, get(PPM, "/v1/software-spend?since=2030-01-01&until=2030-12-31&by=" + by));
        }
    }
}
