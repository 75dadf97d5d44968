package city.c3po.audit.control;

import static city.c3po.audit.Http.AUDITOR;
import static city.c3po.audit.Http.AUDITOR_2;
import static city.c3po.audit.Http.BOARD;
import static city.c3po.audit.Http.PPM;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.audit.City;
import city.c3po.audit.Http;
import city.c3po.audit.TheServers;
import city.c3po.audit.known.CityDays;
import city.c3po.audit.recommendation.TimeWatch;
import city.c3po.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TheServers.class)
class ControlTest {
    private static final String KEY_STAFF = "/v1/controls/key-staff";

    @Inject
    Measuring measuring;

    @Inject
    TimeWatch time;

    @Inject
    CityDays days;

    @Test
    void ten_controls_are_there_one_for_each_recommendation() {
        var controls = expect(200, get(BOARD, "/v1/controls")).jsonPath();
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), controls.getList("items.recommendation"));
        assertEquals(
                10,
                expect(200, get(BOARD, "/v1/controls?count=true")).jsonPath().getInt("total"));
        expect(404, get(BOARD, "/v1/controls/none"));
        expect(404, get(BOARD, "/v1/controls/none/subjects"));
    }

    @Test
    void only_the_issuing_body_says_target_and_elements() {
        var one = City.recommendation();
        var body = supports(one, "");
        assertEquals("role-missing", refused(403, put(PPM, KEY_STAFF + "/supports", tag(KEY_STAFF), body)));
        assertEquals(
                "issuer-sets",
                refused(403, put(AUDITOR.bodies("another"), KEY_STAFF + "/supports", tag(KEY_STAFF), body)));
        expect(428, put(AUDITOR, KEY_STAFF + "/target", null, "{\"target\": 0.9}"));
        assertEquals(
                "supported-known",
                refused(
                        422,
                        put(
                                AUDITOR,
                                KEY_STAFF + "/supports",
                                tag(KEY_STAFF),
                                supports(one, ", \"elements\": [\"E7\"]"))));
        assertEquals(
                "supported-known",
                refused(
                        422,
                        put(
                                AUDITOR,
                                KEY_STAFF + "/supports",
                                tag(KEY_STAFF),
                                "{\"supports\": [{\"recommendation\": \"01998000-0000-7000-8000-000000000001\"}]}")));
        assertEquals(
                "named-once",
                refused(
                        422,
                        put(
                                AUDITOR,
                                KEY_STAFF + "/supports",
                                tag(KEY_STAFF),
                                "{\"supports\": [{\"recommendation\": \"%1$s\"}, {\"recommendation\": \"%1$s\"}]}"
                                        .formatted(id(one)))));
        var secret = City.recommendation(City.finding(City.audit(), true), "");
        assertEquals(
                "open-only", refused(422, put(AUDITOR, KEY_STAFF + "/supports", tag(KEY_STAFF), supports(secret, ""))));
        var set = expect(200, put(AUDITOR, KEY_STAFF + "/target", tag(KEY_STAFF), "{\"target\": 0.9}"));
        assertEquals(0.9f, set.jsonPath().getFloat("target"));
        expect(200, put(AUDITOR, KEY_STAFF + "/supports", tag(KEY_STAFF), body));
        assertEquals(
                "one-measure-each",
                refused(409, put(AUDITOR, "/v1/controls/policy/supports", tag("/v1/controls/policy"), body)));
        assertEquals("Key vendor staff", City.fresh(one).jsonPath().getString("evidence.control"));
        assertEquals("key-staff", City.fresh(one).jsonPath().getString("evidence.key"));
        expect(200, put(AUDITOR, KEY_STAFF + "/supports", tag(KEY_STAFF), "{\"supports\": []}"));
        assertNull(City.fresh(one).jsonPath().get("evidence"));
        assertTrue(expect(200, get(BOARD, KEY_STAFF + "/history/verify"))
                .jsonPath()
                .getBoolean("verified"));
    }

    @Test
    void the_measure_is_evidence_as_it_was_when_it_was_added() {
        var unmeasured = City.recommendation();
        assertEquals("measured", refused(409, measure(unmeasured)));
        var one = City.recommendation();
        supported("governance", one);
        var proof = expect(201, measure(one));
        assertEquals("governance", proof.jsonPath().getString("revisions[0].measure.key"));
        assertNotNull(proof.jsonPath().getString("revisions[0].sha256"));
        City.claimed(one);
        City.accept(one, proof, "E1");
        assertEquals("IMPLEMENTED", City.fresh(one).jsonPath().getString("verifiedStatus"));
    }

    /** Two whole months below target after the verdict: proposed, and decided by the issuing body alone. */
    @Test
    void a_measure_below_target_for_two_months_proposes_a_regression() {
        measuring.look(days.now());
        var one = City.implemented();
        supported("approach", one);
        var dismissed = City.implemented();
        var both = "{\"supports\": [{\"recommendation\": \"%s\"}, {\"recommendation\": \"%s\"}]}"
                .formatted(id(one), id(dismissed));
        expect(200, put(AUDITOR, "/v1/controls/approach/supports", tag("/v1/controls/approach"), both));
        var others = new TheOthers(days);
        others.project("PROCURING");
        others.engagement(days.today().minusDays(9), days.today(), "ACTIVE");

        var first = ControlStory.untouched(days);
        measuring.look(days.begin(first.plusMonths(1).atDay(1)));
        assertNull(City.fresh(one).jsonPath().get("regression"), "one month is not enough");
        measuring.look(days.begin(first.plusMonths(2).atDay(1)));
        var proposed = City.fresh(one).jsonPath();
        assertEquals(List.of(first.toString(), first.plusMonths(1).toString()), proposed.getList("regression.months"));
        assertEquals("IMPLEMENTED", proposed.getString("verifiedStatus"), "a measure decides nothing");
        assertEquals(
                1,
                City.count(
                        "select count(*) from journal where aggregate_id = '%s' and type like '%%.regressionProposed.v1' and tasks::text like '%%\"done\": false%%'"
                                .formatted(id(one))));

        assertEquals(
                "role-missing", refused(403, City.verbOn(PPM, dismissed, "dismiss-regression", "{\"reason\": \"x\"}")));
        var kept = expect(
                200, City.verbOn(AUDITOR, dismissed, "dismiss-regression", "{\"reason\": \"The project was halted\"}"));
        assertNull(kept.jsonPath().get("regression"));
        assertEquals(
                "illegal-move",
                refused(409, City.verbOn(AUDITOR, dismissed, "dismiss-regression", "{\"reason\": \"x\"}")));

        var proof = expect(201, measureBy(AUDITOR, one));
        var back = expect(
                200,
                City.verbOn(
                        AUDITOR,
                        one,
                        "reopen",
                        "{\"evidence\": [\"%s\"], \"reason\": \"No longer so\"}"
                                .formatted(proof.jsonPath().getString("id"))));
        assertEquals("REGRESSED", back.jsonPath().getString("flag"));
        assertNull(back.jsonPath().get("regression"));
        assertEquals(List.of(), back.jsonPath().getList("sustainment"));
    }

    /** 6, 12 and 24 months after: the measure answers where there is one, somebody must where there is none. */
    @Test
    void verdicts_are_tested_again() {
        var measured = City.implemented();
        supported("stakeholders", measured);
        var others = new TheOthers(days);
        others.charter("COMMITTED", true, 1);
        measuring.look(days.now());
        var asked = City.implemented();
        assertEquals(
                List.of("COMING", "COMING", "COMING"),
                City.fresh(asked).jsonPath().getList("sustainment.result"));
        assertEquals(
                "illegal-move", refused(409, City.verbOn(AUDITOR, asked, "record-retest", "{\"sustained\": true}")));
        time.look(days.begin(days.today().plusMonths(6)));
        var result = City.fresh(measured).jsonPath().getString("sustainment[0].result");
        assertTrue(List.of("SUSTAINED", "NOT_SUSTAINED").contains(result), result);
        assertEquals("DUE", City.fresh(asked).jsonPath().getString("sustainment[0].result"));
        assertEquals(
                "role-missing",
                refused(403, City.verbOn(Http.SUBMITTER, asked, "record-retest", "{\"sustained\": true}")));
        var tested = expect(
                200,
                City.verbOn(
                        AUDITOR, asked, "record-retest", "{\"sustained\": false, \"comment\": \"Nobody follows it\"}"));
        assertEquals("NOT_SUSTAINED", tested.jsonPath().getString("sustainment[0].result"));
        assertEquals("IMPLEMENTED", tested.jsonPath().getString("verifiedStatus"));
        time.look(days.begin(days.today().plusMonths(12)));
        assertEquals("DUE", City.fresh(asked).jsonPath().getString("sustainment[1].result"));
    }

    /** A subject that a reader may not see still counts. */
    @Test
    void subjects_are_shown_page_by_page_to_those_who_may_see_them() {
        for (int n = 0; n < 3; n++) {
            new TheOthers(days).charter("COMMITTED", false, 0);
        }
        measuring.look(days.now());
        var page = expect(200, get(BOARD, "/v1/controls/stakeholders/subjects?limit=1&met=false&count=true"))
                .jsonPath();
        assertEquals(1, page.getList("items").size());
        assertTrue(page.getInt("total") >= 3);
        int seen = 1;
        for (var next = page.getString("next"); next != null; seen++) {
            var more = expect(200, get(BOARD, next)).jsonPath();
            next = more.getString("next");
        }
        assertEquals(page.getInt("total"), seen);
        var vendor = Tokens.as("board-chair").roles("vendor").vendor("V-1");
        assertEquals(
                0,
                expect(200, get(vendor, "/v1/controls/stakeholders/subjects"))
                        .jsonPath()
                        .getList("items")
                        .size());
        assertFalse(
                expect(200, get(vendor, "/v1/controls/stakeholders")).jsonPath().getInt("denominator") < 3);
    }

    private void supported(String control, Response one) {
        var path = "/v1/controls/" + control;
        expect(200, put(AUDITOR, path + "/supports", tag(path), supports(one, "")));
    }

    private static String supports(Response one, String elements) {
        return "{\"supports\": [{\"recommendation\": \"%s\"%s}]}".formatted(id(one), elements);
    }

    private static Response measure(Response one) {
        return measureBy(PPM, one);
    }

    private static Response measureBy(Tokens by, Response one) {
        return post(
                by,
                hrefOf(one) + "/evidence",
                "{\"title\": \"As measured\", \"kind\": \"MEASURE\", \"elements\": [\"E1\"]}");
    }

    private static String tag(String path) {
        return expect(200, get(AUDITOR_2, path)).header("ETag");
    }

    private static String id(Response one) {
        return one.jsonPath().getString("id");
    }
}
