package city.c3po.inventory.attestation;

import static city.c3po.inventory.Campaigns.attestation;
import static city.c3po.inventory.Campaigns.inState;
import static city.c3po.inventory.Campaigns.open;
import static city.c3po.inventory.Campaigns.overdue;
import static city.c3po.inventory.Campaigns.today;
import static city.c3po.inventory.City.ask;
import static city.c3po.inventory.Http.HEAD_OF_LIBRARY;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.inventory.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.inventory.City;
import city.c3po.inventory.Http;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class AttestationResourceTest {
    private static final String ALL = "{\"all\": true}";

    @Inject
    AttestationClock attestationClock;

    @Inject
    InstantSource clock;

    private String department;
    private Tokens liaison;

    @BeforeEach
    void departmentOfItsOwn() {
        City.known();
        department = "DEP-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        City.run("insert into known_reference (kind, id, name, version) values ('department', '" + department
                + "', 'New', 1)");
        liaison = Http.LIAISON.departments(department);
    }

    private Response asset(String name) {
        return expect(201, post(PPM, "/v1/assets", """
                {"kind": "DATA_SET", "name": "%s of %s", "department": "%s"}""".formatted(name, department, department)));
    }

    private static String id(Response one) {
        return one.jsonPath().getString("id");
    }

    private static String some(Response... assets) {
        return "{\"assets\": [%s]}"
                .formatted(Arrays.stream(assets)
                        .map(asset -> '"' + id(asset) + '"')
                        .collect(Collectors.joining(",")));
    }

    private static Response again(Response one) {
        return expect(200, get(PPM, one.jsonPath().getString("href")));
    }

    private float freshness() {
        expect(200, RestAssured.given().header("Authorization", PPM.bearer()).post("/v1/quality/measure"));
        return expect(200, get(PPM, "/v1/quality/department:" + department))
                .jsonPath()
                .getFloat("scores.freshness");
    }

    @Test
    void a_department_confirms_what_it_had_when_the_campaign_opened() {
        var trees = asset("Trees");
        var lamps = asset("Lamps");
        asset("Roads");
        expect(200, verb(PPM, asset("Gone"), "terminate", "{\"reason\": \"Gone\"}"));
        var campaign = open(department, "");
        var later = asset("Later");
        var one = attestation(campaign);
        assertEquals(3, one.jsonPath().getInt("total"));
        assertTrue(campaign.jsonPath().getString("number").startsWith("ATT-"));
        assertEquals(
                List.of("confirm"),
                expect(200, get(liaison, one.jsonPath().getString("href")))
                        .jsonPath()
                        .getList("allowedActions"));

        // asset by asset: the same again is no change, and what was not there is refused
        var first = expect(200, verb(liaison, one, "confirm", some(trees)));
        assertEquals(1, first.jsonPath().getInt("confirmed"));
        assertEquals(
                first.header("ETag"),
                expect(200, verb(liaison, first, "confirm", some(trees))).header("ETag"));
        var refusal = verb(liaison, first, "confirm", some(lamps, later));
        assertEquals("assets-of-the-attestation", refused(422, refusal));
        assertEquals(List.of(id(later)), refusal.jsonPath().getList("assets"));
        assertEquals("assets-or-all", refused(422, verb(liaison, first, "confirm", "{}")));
        assertEquals("stale-version", refused(412, verb(liaison, one, "confirm", ALL)));

        // what is left is listed, page by page
        var page = expect(200, get(PPM, one.jsonPath().getString("href") + "/assets?confirmed=false&limit=1"));
        assertNull(page.jsonPath().get("items[0].confirmedBy"));
        var next = expect(
                200,
                RestAssured.given()
                        .header("Authorization", PPM.bearer())
                        .urlEncodingEnabled(false)
                        .get(page.jsonPath().getString("next")));
        assertNull(next.jsonPath().get("next"));
        assertEquals(
                List.of(liaison.subject()),
                expect(200, get(PPM, one.jsonPath().getString("href") + "/assets?confirmed=true"))
                        .jsonPath()
                        .getList("items.confirmedBy"));

        // in bulk: the attestation closes with its last asset, and the campaign with its last attestation
        var done = expect(200, verb(liaison, first, "confirm", ALL));
        assertEquals("CLOSED", done.jsonPath().getString("state"));
        assertEquals(3, done.jsonPath().getInt("confirmed"));
        inState(campaign, "CLOSED");
        assertEquals("illegal-move", refused(409, verb(liaison, done, "confirm", ALL)));
        assertEquals("illegal-move", refused(409, verb(PPM, again(campaign), "call-off", "{\"reason\": \"Late\"}")));
        for (var record : List.of(one, campaign)) {
            assertTrue(expect(200, get(PPM, record.jsonPath().getString("href") + "/history/verify"))
                    .jsonPath()
                    .getBoolean("verified"));
        }
    }

    @Test
    void what_is_overdue_is_escalated_and_not_fresh_until_it_is_confirmed() {
        asset("Trees");
        var lamps = asset("Lamps");
        var one = attestation(open(department, ""));
        expect(200, verb(liaison, one, "confirm", some(lamps)));
        assertEquals(1f, freshness(), "nothing is overdue");

        // When the due date is over
        overdue(one);
        assertEquals("1", told(one, "escalated"));
        assertEquals(0.5f, freshness());
        attestationClock.lookAt(clock.instant());
        assertEquals("1", told(one, "escalated"), "told once, whoever looks");
        assertEquals(
                List.of(id(one)),
                expect(200, get(PPM, "/v1/attestations?state=ESCALATED&department=" + department))
                        .jsonPath()
                        .getList("items.id"));

        // When the time to be late is over too, it is closed as it is, and what is missing is missing
        City.run("update attestation set closes_on = current_date - 2 where id = '" + id(one) + "'");
        var closed = inState(one, "CLOSED");
        assertEquals(1, closed.jsonPath().getInt("confirmed"));
        assertEquals("1", told(one, "closed"));
        assertEquals(0.5f, freshness());

        // Then only a later campaign mends it
        var next = attestation(open(department, ""));
        assertEquals(0.5f, freshness(), "being asked again is no answer");
        expect(200, verb(liaison, next, "confirm", ALL));
        assertEquals(1f, freshness());
    }

    @Test
    void a_late_confirmation_counts() {
        asset("Trees");
        var one = attestation(open(department, ""));
        overdue(one);
        assertEquals(0f, freshness());
        assertEquals(
                "CLOSED",
                expect(200, verb(liaison, again(one), "confirm", ALL))
                        .jsonPath()
                        .getString("state"));
        assertEquals(1f, freshness());
    }

    @Test
    void what_is_called_off_counts_for_nothing() {
        asset("Trees");
        var campaign = open(department, "");
        var one = attestation(campaign);
        overdue(one);
        assertEquals(0f, freshness());
        assertEquals("role-missing", refused(403, verb(liaison, campaign, "call-off", "{\"reason\": \"No\"}")));
        expect(200, verb(PPM, campaign, "call-off", "{\"reason\": \"Too early\"}"));
        assertEquals(1f, freshness());
        var off = again(one);
        assertEquals("CALLED_OFF", off.jsonPath().getString("state"));
        assertEquals("illegal-move", refused(409, verb(liaison, off, "confirm", ALL)));
        assertEquals("illegal-move", refused(409, verb(PPM, again(campaign), "call-off", "{\"reason\": \"Twice\"}")));
    }

    @Test
    void a_department_attests_itself_by_its_head_or_its_liaison() {
        asset("Trees");
        City.run("update known_reference set head = '" + HEAD_OF_LIBRARY.subject() + "' where id = '" + department
                + "'");
        var one = attestation(open(department, ""));
        assertEquals(HEAD_OF_LIBRARY.subject(), one.jsonPath().getString("head"));
        for (var stranger : List.of(PPM, SUBMITTER.departments(department), Http.LIAISON)) {
            assertEquals("department-attests", refused(403, verb(stranger, one, "confirm", ALL)));
        }
        assertEquals("false", task(one), "the head has it to do");
        expect(200, verb(HEAD_OF_LIBRARY, one, "confirm", ALL));
        assertEquals("true", task(one));
    }

    private static String task(Response attestation) {
        return ask(
                "select tasks -> 0 ->> 'done' from journal where aggregate_type = 'attestation' and tasks -> 0 ->> 'assignee' = '"
                        + HEAD_OF_LIBRARY.subject() + "' and aggregate_id = '" + id(attestation)
                        + "' order by version desc");
    }

    private static String told(Response attestation, String fact) {
        return ask("select count(*) from journal where aggregate_id = '" + id(attestation)
                + "' and type = 'city.c3po.attestation." + fact + ".v1'");
    }

    @Test
    void a_campaign_needs_a_day_to_come_and_something_to_confirm() {
        var body = "{\"title\": \"T\", \"dueOn\": \"%s\", \"departments\": [\"%s\"]}";
        assertEquals(
                "something-to-attest",
                refused(409, post(PPM, "/v1/attestation-campaigns", body.formatted(today(), department))));
        assertEquals(
                "due-date-to-come",
                refused(422, post(PPM, "/v1/attestation-campaigns", body.formatted(today().minusDays(1), department))));
        asset("Trees");
        var everybody = expect(201, post(PPM, "/v1/attestation-campaigns", """
                {"title": "All", "dueOn": "%s", "graceDays": 0}""".formatted(today().plusDays(1))));
        assertEquals(
                everybody.jsonPath().getString("dueOn"), everybody.jsonPath().getString("closesOn"));
        var asked = expect(200, get(PPM, "/v1/attestations?limit=500&campaign=" + id(everybody)))
                .jsonPath()
                .getList("items.department");
        assertTrue(asked.contains(department));
        expect(200, verb(PPM, everybody, "call-off", "{\"reason\": \"Only a try\"}"));
    }
}
