package city.c3po.portfolio.reference;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.AUDITOR;
import static city.c3po.portfolio.Http.FINANCE;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PROCUREMENT;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.SharesInfra;
import city.c3po.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class ReferenceResourceTest {
    /** @see #body: what is said of one of each kind */
    enum Kind {
        DEPARTMENT("departments", "DEP-T%s", "code", "\"head\": \"ada\""),
        PERSON("people", "person|%s", "sub", "\"email\": \"ada@city.example\", \"department\": \"DEP-PW\""),
        VENDOR("vendors", "V-T%s", "number", "\"externalRefs\": []"),
        FUNDING_LINE("funding-lines", "FL-T%s", "code", "\"department\": \"DEP-PW\", \"fiscalYear\": 2027"),
        CALENDAR(
                "calendars",
                "CAL-T%s",
                "code",
                "\"zone\": \"America/Los_Angeles\", \"holidays\": [{\"date\": \"2026-12-25\", \"name\": \"Christmas Day\"}]");

        private final String plural;
        private final String id;
        private final String member;
        private final String more;

        Kind(String plural, String id, String member, String more) {
            this.plural = plural;
            this.id = id;
            this.member = member;
            this.more = more;
        }

        String list() {
            return "/v1/" + plural;
        }

        String path(String name) {
            return list() + "/" + id.formatted(name).replace("|", "%7C");
        }

        String body(String name) {
            return "{\"name\": \"%s\", %s}".formatted(name, more);
        }

        String body(String name, String source) {
            return "{\"name\": \"%s\", \"source\": \"%s\", %s}".formatted(name, source, more);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_policy_admin_records_it_and_says_it_anew(Kind kind) {
        var path = kind.path("1");
        assertEquals("creation-precondition-required", refused(428, put(ADMIN, path, null, kind.body("First"))));
        var created = expect(201, create(ADMIN, path, kind.body("First")));
        assertEquals(kind.id.formatted("1"), created.jsonPath().getString(kind.member));
        assertEquals(List.of("record"), created.jsonPath().getList("allowedActions"));
        assertEquals("already-exists", refused(412, create(ADMIN, path, kind.body("First"))));
        assertEquals("precondition-required", refused(428, put(ADMIN, path, null, kind.body("First"))));

        var same = expect(200, put(ADMIN, path, created.header("ETag"), kind.body("First")));
        assertEquals(created.header("ETag"), same.header("ETag"));
        var changed = expect(200, put(ADMIN, path, created.header("ETag"), kind.body("Second")));
        assertNotEquals(created.header("ETag"), changed.header("ETag"));
        assertEquals("stale-version", refused(412, put(ADMIN, path, created.header("ETag"), kind.body("Third"))));

        var read = expect(200, get(AUDITOR, path));
        assertEquals("Second", read.jsonPath().getString("name"));
    }

    @ParameterizedTest
    @EnumSource
    void its_past_stays_readable(Kind kind) {
        var path = kind.path("2");
        var created = expect(201, create(ADMIN, path, kind.body("Before")));
        expect(200, put(ADMIN, path, created.header("ETag"), kind.body("After")));
        var history = expect(200, get(AUDITOR, path + "/history")).jsonPath();
        assertEquals(List.of(1, 2), history.getList("items.version"));
        assertTrue(history.getList("items[1].changes.path").contains("/name"));
        var before = expect(200, get(AUDITOR, path + "?asOf=" + history.getString("items[0].recordedAt")));
        assertEquals("Before", before.jsonPath().getString("name"));
        assertTrue(get(AUDITOR, path + "/history/verify").jsonPath().getBoolean("verified"));
    }

    @ParameterizedTest
    @EnumSource
    void a_feeder_says_its_own_without_preconditions_and_no_other(Kind kind) {
        var path = kind.path("3");
        var created = expect(201, put(FINANCE, path, null, kind.body("Fed")));
        assertEquals("finance", created.jsonPath().getString("source"));
        expect(200, put(FINANCE, path, null, kind.body("Fed anew")));
        assertEquals("own-source", refused(403, put(FINANCE, kind.path("4"), null, kind.body("Other", "procurement"))));
        // what a stranger may not even see is not there
        var refusal = put(PROCUREMENT, path, null, kind.body("Mine"));
        assertTrue(Set.of(403, 404).contains(refusal.statusCode()), refusal.asString());
        assertEquals("Fed anew", expect(200, get(FINANCE, path)).jsonPath().getString("name"));
    }

    @ParameterizedTest
    @EnumSource
    void the_list_filters_and_sorts(Kind kind) {
        expect(201, put(FINANCE, kind.path("5"), null, kind.body("Beta")));
        expect(201, put(PROCUREMENT, kind.path("6"), null, kind.body("Alpha")));
        var finance = expect(200, get(ADMIN, kind.list() + "?source=finance&limit=500"))
                .jsonPath();
        assertTrue(finance.getList("items." + kind.member).contains(kind.id.formatted("5")));
        assertFalse(finance.getList("items." + kind.member).contains(kind.id.formatted("6")));
        List<String> names = expect(200, get(ADMIN, kind.list() + "?sort=NAME&limit=500"))
                .jsonPath()
                .getList("items.name");
        assertTrue(names.indexOf("Alpha") < names.indexOf("Beta"), names.toString());
        assertEquals(
                List.of(),
                expect(200, get(ADMIN, kind.list() + "?sampleData=true"))
                        .jsonPath()
                        .getList("items"));
    }

    @Test
    void each_kind_has_filters_of_its_own() {
        expect(201, create(ADMIN, "/v1/departments/DEP-F1", "{\"name\": \"Filtered\", \"head\": \"hana\"}"));
        expect(
                201,
                create(
                        ADMIN,
                        "/v1/people/hana",
                        "{\"name\": \"Hana\", \"email\": \"Hana@city.example\", \"department\": \"DEP-F1\"}"));
        expect(
                201,
                create(
                        ADMIN,
                        "/v1/funding-lines/FL-F1",
                        "{\"name\": \"Filtered\", \"department\": \"DEP-F1\", \"fiscalYear\": 2031}"));
        assertEquals(
                List.of("DEP-F1"),
                get(ADMIN, "/v1/departments?head=hana").jsonPath().getList("items.code"));
        assertEquals(
                List.of("hana"),
                get(ADMIN, "/v1/people?email=hana@CITY.example").jsonPath().getList("items.sub"));
        assertEquals(
                List.of("hana"),
                get(ADMIN, "/v1/people?department=DEP-F1").jsonPath().getList("items.sub"));
        assertEquals(
                List.of("FL-F1"),
                get(ADMIN, "/v1/funding-lines?department=DEP-F1&fiscalYear=2031")
                        .jsonPath()
                        .getList("items.code"));
    }

    @Test
    void a_vendor_is_put_by_the_key_a_system_knows() {
        var path = "/v1/vendors/by-ref/procurement/SUP:9";
        assertEquals("number-said", refused(422, put(PROCUREMENT, path, null, "{\"name\": \"Bridge\"}")));
        var created = expect(201, put(PROCUREMENT, path, null, "{\"number\": \"V-909\", \"name\": \"Bridge\"}"));
        assertEquals("SUP:9", created.jsonPath().getString("externalRefs[0].key"));
        var again = expect(200, put(PROCUREMENT, path, null, "{\"name\": \"Bridge Software\"}"));
        assertEquals("V-909", again.jsonPath().getString("number"));
        assertEquals(
                "number-is-fixed",
                refused(422, put(PROCUREMENT, path, null, "{\"number\": \"V-910\", \"name\": \"Bridge\"}")));
        assertEquals("own-source", refused(403, put(FINANCE, path, null, "{\"name\": \"Bridge\"}")));
        assertEquals(
                List.of("V-909"),
                get(ADMIN, "/v1/vendors?externalRef=procurement:SUP:9")
                        .jsonPath()
                        .getList("items.number"));
        var taken = create(
                ADMIN,
                "/v1/vendors/V-911",
                "{\"name\": \"Copy\", \"externalRefs\": [{\"source\": \"procurement\", \"key\": \"SUP:9\"}]}");
        assertEquals("external-ref-free", refused(409, taken));
    }

    @Test
    void a_code_of_another_form_is_refused() {
        assertEquals(
                "bad-parameter", refused(400, create(ADMIN, "/v1/departments/PW", "{\"name\": \"Public Works\"}")));
        assertEquals(
                "wrong-shape",
                refused(400, create(ADMIN, "/v1/calendars/MOON", "{\"name\": \"Moon\", \"zone\": \"Moon/Sea\"}")));
    }

    @Test
    void sample_data_is_said_at_creation() {
        var created =
                expect(201, create(ADMIN, "/v1/departments/DEP-DEMO", "{\"name\": \"Demo\", \"sampleData\": true}"));
        assertEquals(
                "sample-data-is-fixed",
                refused(
                        422,
                        put(
                                ADMIN,
                                "/v1/departments/DEP-DEMO",
                                created.header("ETag"),
                                "{\"name\": \"Demo\", \"sampleData\": false}")));
    }

    @Test
    void others_than_admins_and_feeders_do_not_write() {
        assertEquals("role-missing", refused(403, create(PPM, "/v1/departments/DEP-NO", "{\"name\": \"No\"}")));
        assertEquals("role-missing", refused(403, get(Tokens.as("resident"), "/v1/departments")));
    }
}
