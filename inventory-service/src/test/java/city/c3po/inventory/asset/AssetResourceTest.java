package city.c3po.inventory.asset;

import static city.c3po.inventory.City.ask;
import static city.c3po.inventory.Http.LIBRARIAN;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.inventory.Http.PPM_2;
import static city.c3po.inventory.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.inventory.City;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class AssetResourceTest {
    @BeforeEach
    void references() {
        City.known();
    }

    private static String serial() {
        return "SN" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static Response laptop(String serial) {
        return expect(201, post(SUBMITTER, "/v1/assets", """
                {"kind": "HARDWARE", "name": "Field laptop", "department": "DEP-PW", "manufacturer": "Lenovo",
                 "model": "T14", "serial": "%s", "dataBearing": true}""".formatted(serial)));
    }

    private static String text(Response answer, String path) {
        return answer.jsonPath().getString(path);
    }

    @Test
    void kind_and_name_are_enough_and_the_tag_comes_from_the_sequence() {
        var made = expect(201, post(PPM, "/v1/assets", "{\"kind\": \"SYSTEM\", \"name\": \"Permit system\"}"));
        assertTrue(text(made, "tag").matches("C3-\\d{7,}"), text(made, "tag"));
        assertEquals("REQUESTED", text(made, "state"));
        assertEquals("manual", text(made, "provenance.name"));
        assertEquals("tag-of-ours", refused(422, post(PPM, "/v1/assets", """
                {"kind": "SYSTEM", "name": "Permit system", "tag": "C3-0000001"}""")));
    }

    @Test
    void hardware_lives_from_request_to_disposal() {
        var asset = laptop(serial());
        asset = expect(200, verb(SUBMITTER, asset, "order"));
        assertEquals("illegal-move", refused(409, verb(SUBMITTER, asset, "assign", "{\"custodian\": \"ada\"}")));
        asset = expect(200, verb(SUBMITTER, asset, "receive", "{\"receivedOn\": \"2026-03-02\"}"));
        var nobody = refused(422, verb(SUBMITTER, asset, "assign", "{}"));
        assertEquals("invalid-values", nobody);
        asset = expect(200, verb(SUBMITTER, asset, "assign", "{\"custodian\": \"ada\"}"));
        assertEquals("IN_USE", text(asset, "state"));
        asset = expect(200, verb(SUBMITTER, asset, "start-maintenance"));
        asset = expect(200, verb(SUBMITTER, asset, "end-maintenance"));
        assertEquals("IN_USE", text(asset, "state"));
        asset = expect(200, verb(SUBMITTER, asset, "report-missing", "{\"reason\": \"Not at the desk\"}"));
        asset = expect(
                200, verb(SUBMITTER, asset, "report-found", "{\"state\": \"IN_STOCK\", \"seenOn\": \"2026-04-01\"}"));
        asset = expect(200, verb(SUBMITTER, asset, "ship"));
        asset = expect(200, verb(SUBMITTER, asset, "arrive"));
        asset = expect(200, verb(SUBMITTER, asset, "assign", "{\"location\": \"Depot\"}"));
        asset = expect(200, verb(SUBMITTER, asset, "check-in"));
        asset = expect(200, verb(SUBMITTER, asset, "retire", "{\"reason\": \"Too old\"}"));
        assertNull(text(asset, "custodian"), "retired assets are assigned to nobody");
        assertEquals("disposal-requested", refused(409, verb(PPM, asset, "approve-disposal")));
        var how = "{\"method\": \"RECYCLED\", \"date\": \"2026-05-01\", \"document\": \"DISP-7\"%s}";
        assertEquals("data-is-sanitised", refused(422, verb(PPM, asset, "request-disposal", how.formatted(""))));
        asset = expect(
                200, verb(PPM, asset, "request-disposal", how.formatted(", \"sanitisationCertificate\": \"NIST-1\"")));
        assertEquals("disposal-by-another", refused(403, verb(PPM, asset, "approve-disposal")));
        asset = expect(200, verb(PPM_2, asset, "approve-disposal"));
        assertEquals("DISPOSED", text(asset, "state"));
        assertFalse(asset.jsonPath().getList("allowedActions").contains("edit"));
        var verified = expect(200, get(PPM, hrefOf(asset) + "/history/verify"));
        assertTrue(verified.jsonPath().getBoolean("verified"));
    }

    @Test
    void a_retired_one_may_come_back_with_a_reason() {
        var asset = expect(201, post(PPM, "/v1/assets?beginsAs=IN_STOCK", """
                {"kind": "HARDWARE", "name": "Switch", "receivedOn": "2026-01-05"}"""));
        asset = expect(200, verb(PPM, asset, "retire", "{\"reason\": \"Spare\"}"));
        asset = expect(200, verb(PPM, asset, "restock", "{\"reason\": \"Needed after all\"}"));
        assertEquals("IN_STOCK", text(asset, "state"));
    }

    @Test
    void subscriptions_live_in_terms() {
        var asset = expect(201, post(PPM, "/v1/assets", """
                {"kind": "SUBSCRIPTION", "name": "Design suite", "seats": 40, "termEnd": "2027-01-31"}"""));
        assertEquals("PLANNED", text(asset, "state"));
        for (var move : List.of("start-trial", "activate", "expire", "activate")) {
            asset = expect(200, verb(PPM, asset, move));
        }
        asset = expect(200, verb(PPM, asset, "terminate", "{\"reason\": \"Replaced\"}"));
        assertEquals("TERMINATED", text(asset, "state"));
        assertEquals("illegal-move", refused(409, verb(PPM, asset, "activate")));
        assertEquals("illegal-move", refused(409, verb(PPM, asset, "receive", "{\"receivedOn\": \"2026-01-01\"}")));
    }

    @Test
    void what_is_installed_ends_with_what_it_is_installed_on() {
        var machine = expect(201, post(PPM, "/v1/assets?beginsAs=IN_STOCK", """
                {"kind": "HARDWARE", "name": "Server", "receivedOn": "2026-01-05"}"""));
        var install = expect(201, post(PPM, "/v1/assets?beginsAs=ACTIVE", """
                {"kind": "SOFTWARE_INSTALL", "name": "Database", "parent": "%s"}""".formatted(text(machine, "id"))));
        expect(200, verb(PPM, machine, "retire", "{\"reason\": \"Too old\"}"));
        assertEquals("TERMINATED", text(expect(200, get(PPM, hrefOf(install))), "state"));
    }

    @Test
    void another_department_reads_and_does_not_write() {
        var asset = laptop(serial());
        expect(200, get(LIBRARIAN, hrefOf(asset)));
        assertEquals("own-departments-asset", refused(403, verb(LIBRARIAN, asset, "order")));
        assertEquals("own-departments-asset", refused(403, post(LIBRARIAN, "/v1/assets", """
                {"kind": "HARDWARE", "name": "Field laptop", "department": "DEP-PW"}""")));
        assertEquals("invalid-values", refused(422, post(PPM, "/v1/assets", """
                {"kind": "HARDWARE", "name": "Field laptop", "department": "DEP-NONE"}""")));
    }

    @Test
    void a_serial_belongs_to_one_asset_however_it_is_written() {
        var serial = serial();
        var first = laptop(serial);
        var again = post(SUBMITTER, "/v1/assets", """
                {"kind": "HARDWARE", "name": "Other", "department": "DEP-PW", "manufacturer": "LENOVO", "serial": "%s"}""".formatted(serial.toLowerCase() + " "));
        assertEquals("identity-is-free", refused(409, again));
        assertEquals(text(first, "id"), text(again, "asset.id"));
        assertEquals("serial", text(again, "key"));
    }

    @Test
    void placeholder_serials_identify_nothing() {
        laptop("To be filled by O.E.M.");
        laptop("To Be Filled By O.E.M.");
        laptop("00000000");
        laptop("0000-0000");
    }

    @Test
    void a_uuid_is_the_same_in_either_byte_order() {
        var body = "{\"kind\": \"HARDWARE\", \"name\": \"Node\", \"uuid\": \"%s\"}";
        var uuid = UUID.randomUUID().toString();
        var swapped = uuid.substring(6, 8) + uuid.substring(4, 6) + uuid.substring(2, 4) + uuid.substring(0, 2) + "-"
                + uuid.substring(11, 13) + uuid.substring(9, 11) + "-" + uuid.substring(16, 18)
                + uuid.substring(14, 16) + uuid.substring(18);
        expect(201, post(PPM, "/v1/assets", body.formatted(uuid)));
        assertEquals("identity-is-free", refused(409, post(PPM, "/v1/assets", body.formatted(swapped))));
    }

    @Test
    void a_tag_is_given_once_and_for_ever() {
        var tag = "LIB-" + serial();
        var asset = expect(
                201,
                post(PPM, "/v1/assets", "{\"kind\": \"HARDWARE\", \"name\": \"A\", \"tag\": \"%s\"}".formatted(tag)));
        assertEquals(
                "tag-is-free",
                refused(
                        409,
                        post(
                                PPM,
                                "/v1/assets",
                                "{\"kind\": \"HARDWARE\", \"name\": \"B\", \"tag\": \"%s\"}".formatted(tag))));
        assertEquals("tag-is-fixed", refused(422, patch(PPM, asset, "{\"tag\": \"OTHER\"}")));
        assertEquals("kind-is-fixed", refused(422, patch(PPM, asset, "{\"kind\": \"SYSTEM\"}")));
    }

    @Test
    void two_are_merged_and_unmerged_again() {
        var one = laptop(serial());
        var other = laptop(serial());
        var merged = expect(
                200,
                verb(
                        PPM,
                        one,
                        "merge",
                        "{\"into\": \"%s\", \"reason\": \"One machine\"}".formatted(text(other, "id"))));
        var moved = get(PPM, hrefOf(one) + "/identity");
        expect(200, moved);
        var redirect = io.restassured.RestAssured.given()
                .redirects()
                .follow(false)
                .header("Authorization", PPM.bearer())
                .get(hrefOf(one));
        assertEquals(301, redirect.statusCode());
        assertTrue(redirect.header("Location").endsWith(hrefOf(other)), redirect.header("Location"));
        assertEquals(
                2,
                expect(200, get(PPM, hrefOf(other) + "/identity"))
                        .jsonPath()
                        .getList("claims")
                        .size());
        assertEquals(
                "answered-elsewhere",
                refused(
                        403 + 6,
                        verb(
                                PPM,
                                merged,
                                "merge",
                                "{\"into\": \"%s\", \"reason\": \"x\"}".formatted(text(other, "id")))));
        var restored = expect(200, verb(PPM, merged, "unmerge", "{\"reason\": \"Two after all\"}"));
        assertEquals("Field laptop", text(restored, "name"));
        expect(200, get(PPM, hrefOf(one)));
        assertEquals(
                1,
                expect(200, get(PPM, hrefOf(other) + "/identity"))
                        .jsonPath()
                        .getList("claims")
                        .size());
    }

    @Test
    void who_suffers_when_it_fails() {
        var database = expect(201, post(PPM, "/v1/assets", "{\"kind\": \"SYSTEM\", \"name\": \"Database\"}"));
        var app = expect(201, post(PPM, "/v1/assets", "{\"kind\": \"SYSTEM\", \"name\": \"App\"}"));
        var site = expect(201, post(PPM, "/v1/assets", "{\"kind\": \"SYSTEM\", \"name\": \"Site\"}"));
        relate(app, "DEPENDS_ON", database);
        relate(site, "RUNS_ON", app);
        relate(database, "DEPENDS_ON", site);
        var impact = expect(200, get(PPM, hrefOf(database) + "/impact")).jsonPath();
        assertEquals(List.of("App", "Site"), impact.getList("affected.name"));
        assertEquals(List.of(1, 2), impact.getList("affected.depth"));
        var near = expect(200, get(PPM, hrefOf(database) + "/impact?depth=1")).jsonPath();
        assertEquals(List.of("App"), near.getList("affected.name"));
        assertTrue(near.getBoolean("more"));
    }

    private static void relate(Response from, String kind, Response to) {
        expect(200, put(PPM, hrefOf(from) + "/relations", from.header("ETag"), """
                {"relations": [{"kind": "%s", "to": "%s"}]}""".formatted(kind, text(to, "id"))));
    }

    @Test
    void lists_are_filtered_and_searched() {
        var serial = serial();
        var asset = laptop(serial);
        for (var filter : List.of(
                "serial=" + serial.toLowerCase(),
                "q=" + serial,
                "tag=" + text(asset, "tag"),
                "q=field%20" + serial,
                "serial=" + serial
                        + "&kind=HARDWARE&state=REQUESTED&department=DEP-PW&manufacturer=Lenovo&model=T14")) {
            var page = expect(200, get(PPM, "/v1/assets?" + filter)).jsonPath();
            assertEquals(List.of(text(asset, "id")), page.getList("items.id"), filter);
        }
    }

    @Test
    void the_database_and_java_agree_on_the_state_and_the_moves() {
        var asset = laptop(serial());
        assertEquals("t", ask("""
                select asset_state(a) = j.state from asset a join journal j on j.aggregate_id = a.id::text
                where a.id = '%s'""".formatted(text(asset, "id"))));
        assertEquals("t", ask("""
                select asset_access(a.said, a.sources) = a.access from asset a where a.id = '%s'""".formatted(text(asset, "id"))));
        var moves = new java.util.TreeSet<String>();
        for (var from : AssetState.values()) {
            from.next().forEach(to -> moves.add(from + " " + to));
        }
        assertEquals(
                String.join(",", moves),
                ask(
                        "select string_agg(from_state || ' ' || to_state, ',' order by (from_state || ' ' || to_state) collate \"C\") from legal_move"));
    }
}
