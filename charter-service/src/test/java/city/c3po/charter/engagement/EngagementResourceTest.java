package city.c3po.charter.engagement;

import static city.c3po.charter.Http.AUDITOR;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.PROCUREMENT;
import static city.c3po.charter.Http.VENDOR;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.charter.Portfolio;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class EngagementResourceTest {
    private static final String TERMS = """
            {"project": "%s", "vendor": "V-1001", "title": "App development", "amount": {"amount": 400000.00},
             "solicitedOn": "2026-05-01", "awardedOn": "2026-06-15", "endsOn": "2027-12-31"}""";
    private static final String LEAD = """
            {"title": "Technical lead", "qualifications": ["PMP", "Ten years"], "percent": 100, "nameBy": "2026-07-01"}""";

    @Inject
    KeyStaffWatch watch;

    @Test
    void the_procurement_system_says_it_by_its_own_key() {
        var path = "/v1/engagements/by-ref/procurement/C-" + UUID.randomUUID();
        var body = TERMS.formatted("p-1");
        var first = expect(201, put(PROCUREMENT, path, null, body));
        var again = expect(200, put(PROCUREMENT, path, null, body));
        assertEquals(first.header("ETag"), again.header("ETag"));
        var moved = expect(200, put(PROCUREMENT, path, null, body.replace("2026-06-15", "2026-06-20")));
        assertEquals("2026-06-20", moved.jsonPath().getString("awardedOn"));
        assertEquals("own-source", refused(403, put(PROCUREMENT, "/v1/engagements/by-ref/finance/1", null, body)));
        assertEquals("project-is-fixed", refused(422, put(PROCUREMENT, path, null, TERMS.formatted("p-2"))));
        assertEquals(
                "engagement-dates-in-order",
                refused(422, put(PROCUREMENT, path, null, body.replace("2026-06-15", "2026-04-15"))));
        assertEquals(
                List.of(first.jsonPath().getString("id")),
                get(
                                AUDITOR,
                                "/v1/engagements?externalRef="
                                        + path.substring("/v1/engagements/by-ref/".length())
                                                .replace("/", ":"))
                        .jsonPath()
                        .getList("items.id"));
    }

    @Test
    void a_name_that_another_engagement_has_is_taken() {
        var name = "C-" + UUID.randomUUID();
        expect(201, put(PROCUREMENT, "/v1/engagements/by-ref/procurement/" + name, null, TERMS.formatted("p-1")));
        var other =
                "{\"project\": \"p-1\", \"vendor\": \"V-1001\", \"title\": \"More\", \"externalRefs\": [{\"source\": \"procurement\", \"key\": \"%s\"}]}"
                        .formatted(name);
        assertEquals("external-ref-taken", refused(409, post(PPM, "/v1/engagements", other)));
    }

    @Test
    void a_vendor_sees_only_its_own() {
        var own = engagement();
        expect(200, get(VENDOR, hrefOf(own)));
        expect(404, get(VENDOR.vendor("V-2002"), hrefOf(own)));
        assertEquals(
                List.of(),
                get(VENDOR.vendor("V-2002"), "/v1/engagements").jsonPath().getList("items"));
    }

    @Test
    void a_nominee_is_proposed_reviewed_approved_active_and_replaced() {
        var planned = expect(200, put(PROCUREMENT, hrefOf(engagement()) + "/key-positions/lead", "*", LEAD));
        assertEquals(
                "qualified",
                refused(
                        422,
                        verb(
                                VENDOR,
                                planned,
                                "key-positions/lead/nominees",
                                "{\"name\": \"Nora\", \"qualifications\": [\"PMP\"]}")));
        assertEquals(
                "known-position", refused(404, verb(VENDOR, planned, "key-positions/cook/nominees", nominee("Nora"))));
        var proposed = expect(200, verb(VENDOR, planned, "key-positions/lead/nominees", nominee("Nora")));
        assertEquals("nominee-move", refused(409, answer(PPM, proposed, 0, "approve")));
        assertEquals("role-missing", refused(403, answer(VENDOR, proposed, 0, "start-review")));
        assertEquals("office-only", refused(403, answer(PPM.vendor("V-1001"), proposed, 0, "start-review")));
        var reviewed = expect(200, answer(PPM, proposed, 0, "start-review"));
        var approved = expect(200, answer(PPM, reviewed, 0, "approve"));
        var active = expect(200, answer(PPM, approved, 0, "activate"));
        assertEquals("ACTIVE", active.jsonPath().getString("keyPositions[0].nominees[0].state"));

        var nora = active.jsonPath().getString("keyPositions[0].nominees[0].id");
        var substitution = """
                {"replaces": "%s", "name": "Nils", "qualifications": ["PMP", "Ten years"], "reason": "Parental leave",
                 "lastDay": "%s", "overlapDays": 5}""";
        assertEquals(
                "notice-in-time",
                refused(
                        422,
                        verb(
                                VENDOR,
                                active,
                                "key-positions/lead/substitute",
                                substitution.formatted(nora, LocalDate.now().plusDays(5)))));
        assertEquals(
                "replaces-active",
                refused(
                        409,
                        verb(
                                VENDOR,
                                active,
                                "key-positions/lead/substitute",
                                substitution.formatted(
                                        UUID.randomUUID(), LocalDate.now().plusDays(60)))));
        var substituted = expect(
                200,
                verb(
                        VENDOR,
                        active,
                        "key-positions/lead/substitute",
                        substitution.formatted(nora, LocalDate.now().plusDays(60))));
        var second = expect(200, answer(PPM, expect(200, answer(PPM, substituted, 1, "start-review")), 1, "approve"));
        assertEquals("one-active", refused(409, answer(PPM, second, 1, "activate")));
        var released = expect(200, answer(PPM, second, 0, "release"));
        assertEquals(List.of("APPROVED", "RELEASED"), released.jsonPath().getList("keyPositions[0].nominees.state"));
    }

    @Test
    void silence_is_not_approval_and_an_empty_position_becomes_a_gap_once() {
        var planned = expect(200, put(PROCUREMENT, hrefOf(engagement()) + "/key-positions/lead", "*", LEAD));
        var proposed = expect(200, verb(VENDOR, planned, "key-positions/lead/nominees", nominee("Nora")));
        watch.look(Instant.now().plus(Duration.ofDays(9)));
        assertEquals(0, gaps(proposed));
        watch.look(Instant.now().plus(Duration.ofDays(40)));
        watch.look(Instant.now().plus(Duration.ofDays(41)));
        assertEquals(1, gaps(proposed));
        assertEquals("PROPOSED", get(PPM, hrefOf(proposed)).jsonPath().getString("keyPositions[0].nominees[0].state"));
    }

    private static long gaps(Response engagement) {
        return Portfolio.count(
                "select count(*) from journal where type = 'city.c3po.engagement.keyStaffGap.v1' and aggregate_id = '"
                        + engagement.jsonPath().getString("id") + "'");
    }

    private static Response engagement() {
        return expect(
                201,
                put(
                        PROCUREMENT,
                        "/v1/engagements/by-ref/procurement/C-" + UUID.randomUUID(),
                        null,
                        TERMS.formatted("p-1")));
    }

    private static String nominee(String name) {
        return "{\"name\": \"%s\", \"qualifications\": [\"PMP\", \"ten years\", \"Java\"]}".formatted(name);
    }

    private static Response answer(Tokens by, Response seen, int place, String verb) {
        var nominee = seen.jsonPath().getString("keyPositions[0].nominees.sort { it.id }[" + place + "].id");
        return verb(by, seen, "key-positions/lead/nominees/" + nominee + "/" + verb, "{}");
    }
}
