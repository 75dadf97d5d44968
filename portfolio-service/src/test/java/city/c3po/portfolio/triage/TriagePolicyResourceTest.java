package city.c3po.portfolio.triage;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.ADMIN_2;
import static city.c3po.portfolio.Http.AUDITOR;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.portfolio.Story;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Adoptions are for good and in the order of their days, so these tests have an order, too. */
@QuarkusTest
@WithInfra(value = "portfolio", consumes = "charter")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TriagePolicyResourceTest {
    @Test
    @Order(1)
    void the_citys_own_policy_is_in_force_from_the_first_start() {
        var policies = expect(200, get(AUDITOR, "/v1/triage-policies?inForceOn=2021-02-04"))
                .jsonPath();
        assertEquals(List.of("TRP-2021-0001"), policies.getList("items.number"));
        assertEquals("ADOPTED", policies.getString("items[0].state"));
        assertEquals(500000.00f, policies.getFloat("items[0].thresholds.cost.amount"));
        assertEquals(9, policies.getList("items[0].thresholds.profile").size());
        assertEquals(
                List.of(),
                expect(200, get(AUDITOR, "/v1/triage-policies?inForceOn=2021-02-03"))
                        .jsonPath()
                        .getList("items"));
    }

    @Test
    @Order(2)
    void one_person_alone_changes_no_threshold() {
        var draft = draft("2026-01-01");
        var proposed = expect(200, verb(ADMIN, draft, "propose"));
        assertEquals("second-person-adopts", refused(403, verb(ADMIN, proposed, "adopt")));
        assertEquals("role-missing", refused(403, verb(PPM, proposed, "adopt")));
        assertEquals("illegal-move", refused(409, patch(ADMIN, proposed, "{\"title\": \"Later\"}")));
    }

    @Test
    @Order(3)
    void a_policy_does_not_take_effect_in_the_past() {
        var proposed = expect(200, verb(ADMIN, draft("2021-03-01"), "propose"));
        assertEquals("not-retroactive", refused(409, verb(ADMIN_2, proposed, "adopt")));
        var returned = expect(200, verb(ADMIN_2, proposed, "return", "{\"comment\": \"That day has passed\"}"));
        assertEquals("DRAFT", returned.jsonPath().getString("state"));
        assertEquals("That day has passed", returned.jsonPath().getString("comment"));
    }

    @Test
    @Order(4)
    void an_adopted_policy_waits_for_its_day_and_ends_the_one_before() {
        var before = Story.submitted(Story.MINOR.formatted("Before the new line"));
        var proposed = expect(200, verb(ADMIN, draft("2098-07-01"), "propose"));
        var adopted = expect(200, verb(ADMIN_2, proposed, "adopt"));
        assertEquals("ADOPTED", adopted.jsonPath().getString("state"));
        assertNull(adopted.jsonPath().get("effectiveUntil"));

        var first = get(AUDITOR, "/v1/triage-policies?inForceOn=2098-06-30").jsonPath();
        assertEquals(List.of("TRP-2021-0001"), first.getList("items.number"));
        assertEquals("SUPERSEDED", first.getString("items[0].state"));
        assertEquals("2098-06-30", first.getString("items[0].effectiveUntil"));
        assertEquals(
                List.of(adopted.jsonPath().getString("number")),
                get(AUDITOR, "/v1/triage-policies?inForceOn=2098-07-01")
                        .jsonPath()
                        .getList("items.number"));

        // its day has not come: triage goes on by the first, and what was triaged keeps its version
        var after = Story.submitted(Story.MINOR.formatted("After the adoption"));
        assertEquals("TRP-2021-0001", after.jsonPath().getString("triage.policy.number"));
        assertEquals(
                "TRP-2021-0001",
                get(AUDITOR, hrefOf(before) + "/triage").jsonPath().getString("policy.number"));
    }

    @Test
    @Order(5)
    void two_adoptions_at_once_leave_one_latest_word() throws Exception {
        var one = expect(200, verb(ADMIN, draft("2099-01-01"), "propose"));
        var other = expect(200, verb(ADMIN, draft("2099-01-01"), "propose"));
        try (var clients = Executors.newFixedThreadPool(2)) {
            var first = clients.submit(() -> verb(ADMIN_2, one, "adopt"));
            var second = clients.submit(() -> verb(ADMIN_2, other, "adopt"));
            assertEquals(
                    Set.of(200, 409),
                    Set.of(first.get(), second.get()).stream()
                            .map(Response::statusCode)
                            .collect(Collectors.toSet()));
        }
        assertEquals(
                1,
                get(AUDITOR, "/v1/triage-policies?state=ADOPTED")
                        .jsonPath()
                        .getList("items")
                        .size());
    }

    @Test
    @Order(6)
    void drafts_say_what_cannot_be_right() {
        var negative = body("2099-07-01").replace("400000.00", "-1");
        assertEquals("threshold-not-negative", refused(422, post(ADMIN, "/v1/triage-policies", negative)));
        var unknownFlag = body("2099-07-01").replace("safety", "noise");
        assertEquals("wrong-shape", refused(400, post(ADMIN, "/v1/triage-policies", unknownFlag)));
        var months = body("2099-07-01").replace("\"months\": 12", "\"months\": 0");
        assertEquals(
                "/thresholds/months",
                expect(422, post(ADMIN, "/v1/triage-policies", months))
                        .jsonPath()
                        .getString("errors[0].pointer"));
    }

    @Test
    @Order(7)
    void its_history_verifies() {
        var draft = draft("2099-07-01");
        var edited = expect(200, patch(ADMIN_2, draft, "{\"rationale\": \"Prices rose\"}"));
        assertEquals(
                Set.of(ADMIN.subject(), ADMIN_2.subject()),
                Set.copyOf(edited.jsonPath().getList("authors", String.class)));
        assertTrue(get(AUDITOR, hrefOf(draft) + "/history/verify").jsonPath().getBoolean("verified"));
    }

    private static Response draft(String from) {
        return expect(201, post(ADMIN, "/v1/triage-policies", body(from)));
    }

    private static String body(String from) {
        return """
                {"title": "Lower line", "effectiveFrom": "%s",
                 "thresholds": {"cost": {"amount": 400000.00}, "departments": 1, "months": 12,
                                "profile": ["publicFacing", "safety"]}}""".formatted(from);
    }
}
