package city.c3po.inventory.licence;

import static city.c3po.inventory.City.ask;
import static city.c3po.inventory.Http.DISCOVERY;
import static city.c3po.inventory.Http.LIBRARIAN;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.inventory.City;
import city.c3po.inventory.Licences;
import city.c3po.inventory.imports.Feeds;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class LicencePositionTest {
    private static final String TERM = "\"termStart\": \"2026-01-01\", \"termEnd\": \"2099-12-31\"";

    private String source;
    private String product;

    @BeforeEach
    void productAndSource() {
        City.known();
        source = Feeds.source("");
        product = Licences.product().jsonPath().getString("id");
    }

    private Response entitlement(String metric, int quantity, String more) {
        return expect(201, post(PPM, "/v1/entitlements", """
                {"product": "%s", "metric": "%s", "quantity": %d, %s%s}""".formatted(product, metric, quantity, TERM, more)));
    }

    /** Two machines of the library and one of public works, each with the product; key, department, cores, place. */
    private void installed(String... machines) {
        var rows = new StringBuilder("nativeKey,kind,name,department,location,custodian,cores,product\n");
        for (var machine : machines) {
            var part = machine.split(" ", -1);
            rows.append("%s,HARDWARE,%s,%s,%s,%s,%s,%s\n"
                    .formatted(part[0], part[0] + " of " + source, part[1], part[2], part[3], part[4], product));
        }
        assertEquals(
                "APPLIED", Feeds.done(source, "", rows.toString()).jsonPath().getString("state"));
    }

    private JsonPath position(String department) {
        Licences.measure();
        var query = department.isEmpty() ? "&city=true" : "&department=" + department;
        return expect(200, get(PPM, "/v1/licence-positions?product=" + product + query))
                .jsonPath();
    }

    @ParameterizedTest
    @CsvSource({
        "DEVICE, , 3",
        "NAMED_USER, , 2",
        "CORE, ', \"minimumCores\": 8', 32",
        "SITE, , 2",
    })
    void each_metric_counts_what_it_is_about(String metric, String more, int consumed) {
        installed("A DEP-LIB Main ada 16", "B DEP-LIB Main ada 4", "C DEP-PW Depot bo 2");
        entitlement(metric, 100, more == null ? "" : more);
        assertEquals(consumed, position("").getInt("items[0].consumed"));
    }

    @ParameterizedTest
    @CsvSource({"2, UNDER", "3, COMPLIANT", "4, OVER"})
    void entitled_against_needed(int quantity, String status) {
        installed("A DEP-LIB Main ada 1", "B DEP-LIB Main ada 1", "C DEP-PW Depot bo 1");
        entitlement("DEVICE", quantity, ", \"cost\": {\"amount\": %d00}".formatted(quantity));
        var position = position("");
        assertEquals(status, position.getString("items[0].status"));
        assertEquals(Math.max(0, 3 - quantity) * 100f, position.getFloat("items[0].trueUp.amount"));
        assertEquals(Math.max(0, quantity - 3) * 100f, position.getFloat("items[0].waste.amount"));
    }

    /** One that is bought, with seats; or one that somebody has. */
    private String subscription(String more) {
        return expect(201, post(PPM, "/v1/assets?beginsAs=ACTIVE", """
                        {"kind": "SUBSCRIPTION", "name": "Seats of %s", "department": "DEP-LIB", "product": "%s"%s}""".formatted(source, product, more)))
                .jsonPath()
                .getString("id");
    }

    @Test
    void a_subscription_that_a_system_tells_of_is_a_right_or_a_seat_that_is_taken() {
        var bought = subscription(", \"seats\": 2, \"termEnd\": \"2099-12-31\", \"purchaseCost\": {\"amount\": 200}");
        subscription(", \"custodian\": \"ada\"");
        subscription(", \"custodian\": \"ada\", \"location\": \"Depot\"");
        subscription(", \"custodian\": \"bo\"");
        var position = position("");
        assertEquals("SEAT_SUBSCRIPTION", position.getString("items[0].metric"));
        assertEquals(2, position.getInt("items[0].entitled"));
        assertEquals(2, position.getInt("items[0].consumed"));
        assertEquals("/v1/assets/" + bought, position.getString("items[0].entitlements[0].href"));

        // When somebody records what was bought, that counts, and who is allocated a seat has one seat
        var recorded = entitlement("SEAT_SUBSCRIPTION", 1, "");
        expect(200, verb(PPM, recorded, "allocations", "{\"person\": \"ada\"}"));
        var now = position("");
        assertEquals(1, now.getInt("items[0].entitled"));
        assertEquals(2, now.getInt("items[0].consumed"));
        assertEquals("UNDER", now.getString("items[0].status"));
    }

    @Test
    void a_reserve_of_a_tenth_is_no_waste_yet() {
        for (int n = 0; n < 10; n++) {
            expect(201, post(PPM, "/v1/assets?beginsAs=ACTIVE", """
                    {"kind": "CLOUD_RESOURCE", "name": "Node %d", "product": "%s"}""".formatted(n, product)));
        }
        entitlement("DEVICE", 11, "");
        var position = position("");
        assertEquals("COMPLIANT", position.getString("items[0].status"));
        assertNull(position.get("items[0].waste"), "nobody said what it costs");
        entitlement("DEVICE", 1, "");
        assertEquals("OVER", position("").getString("items[0].status"));
    }

    @Test
    void a_department_has_a_position_of_its_own() {
        installed("A DEP-LIB Main ada 1", "B DEP-LIB Main ada 1", "C DEP-PW Depot bo 1");
        entitlement("DEVICE", 1, ", \"department\": \"DEP-LIB\"");
        entitlement("DEVICE", 5, "");
        assertEquals("UNDER", position("DEP-LIB").getString("items[0].status"));
        assertEquals(6, position("").getInt("items[0].entitled"));
        assertEquals(0, position("DEP-PW").getInt("items[0].entitled"));
    }

    @Test
    void silence_is_no_proof_of_compliance() {
        installed("A DEP-LIB Main ada 1");
        entitlement("DEVICE", 1, "");
        var position = position("");
        assertEquals("COMPLIANT", position.getString("items[0].status"));
        var href = position.getString("items[0].href");
        var etag = expect(200, get(PPM, href)).header("ETag");
        assertEquals(
                etag,
                expect(200, get(PPM, position("").getString("items[0].href"))).header("ETag"),
                "measured again it is the same, and says nothing");
        assertEquals(
                "1",
                ask("select count(*) from journal where aggregate_id = '" + position.getString("items[0].id") + "'"));

        // When its source has not fed us for longer than its values are fresh
        City.run("update source_fed set at = now() - interval '10 days' where source = '" + source + "'");

        // Then nobody knows, and the evidence says whose silence it is
        var unknown = position("");
        assertEquals("UNKNOWN", unknown.getString("items[0].status"));
        assertEquals("source-not-fresh", unknown.getString("items[0].reason"));
        var evidence = expect(200, get(PPM, href + "/evidence")).jsonPath();
        assertEquals(source, evidence.getString("sources[0].source"));
        assertEquals(240, evidence.getInt("sources[0].ageHours"));
        assertEquals(1, evidence.getList("rows").size());
        assertEquals(
                "1",
                ask("select count(*) from journal where type = 'city.c3po.licencePosition.changed.v1' and version = 2"
                        + " and aggregate_id = '" + position.getString("items[0].id") + "'"));
        assertTrue(expect(200, get(PPM, href + "/history/verify")).jsonPath().getBoolean("verified"));
    }

    @Test
    void cores_that_nobody_knows_are_not_guessed() {
        installed("A DEP-LIB Main ada ");
        entitlement("CORE", 100, ", \"minimumCores\": 8");
        var position = position("");
        assertEquals("UNKNOWN", position.getString("items[0].status"));
        assertEquals("cores-not-known", position.getString("items[0].reason"));
        assertNull(position.get("items[0].consumed"));
    }

    @Test
    void of_concurrent_use_the_peak_counts() {
        entitlement("CONCURRENT", 50, "");
        assertEquals("no-use-was-told", position("").getString("items[0].reason"));
        var today = java.time.LocalDate.now(java.time.ZoneId.of("America/Los_Angeles"));
        var path = "/v1/software-products/" + product + "/peak-use/" + source + "/";
        expect(200, put(Feeds.feeder(source), path + today, "*", "{\"peak\": 40}"));
        expect(200, put(Feeds.feeder(source), path + today.minusDays(1), "*", "{\"peak\": 60}"));
        expect(200, put(Feeds.feeder(source), path + today.minusDays(200), "*", "{\"peak\": 99}"));
        assertEquals(
                "own-sources-use", refused(403, put(DISCOVERY.sources("other"), path + today, "*", "{\"peak\": 1}")));
        var position = position("");
        assertEquals(60, position.getInt("items[0].consumed"));
        assertEquals("UNDER", position.getString("items[0].status"));
    }

    @Test
    void a_day_to_come_has_its_own_entitlements() {
        installed("A DEP-LIB Main ada 1");
        var made = entitlement("DEVICE", 1, "");
        var href = position("").getString("items[0].href");
        expect(200, patch(PPM, made, "{\"termEnd\": \"2090-12-31\"}"));
        assertEquals(
                "UNDER",
                expect(200, get(PPM, href + "/evidence?on=2091-01-01"))
                        .jsonPath()
                        .getString("status"));
        assertEquals(
                "COMPLIANT",
                expect(200, get(PPM, href + "/evidence")).jsonPath().getString("status"));
        assertEquals("not-found", refused(404, get(PPM, href + "/evidence?on=2020-01-01")));
    }

    @Test
    void seats_are_allocated_up_to_their_quantity_whoever_else_allocates() throws Exception {
        var one = entitlement("SEAT_SUBSCRIPTION", 3, ", \"department\": \"DEP-LIB\"");
        var href = one.jsonPath().getString("href");
        var path = href + "/allocations";
        var assets = IntStream.range(0, 6)
                .mapToObj(n -> expect(201, post(PPM, "/v1/assets", "{\"kind\": \"SYSTEM\", \"name\": \"S\"}"))
                        .jsonPath()
                        .getString("id"))
                .toList();

        // When six allocate at once
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = people.invokeAll(assets.stream()
                    .map(id -> (Callable<Integer>)
                            () -> allocate(path, "{\"asset\": \"" + id + "\"}").statusCode())
                    .toList());
            var codes = new ArrayList<Integer>();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            // Then three of them do
            assertEquals(3, Collections.frequency(codes, 200), codes.toString());
            assertEquals(3, Collections.frequency(codes, 409), codes.toString());
        }
        assertEquals("quota-holds", refused(409, allocate(path, "{\"person\": \"ada\"}")));
        assertEquals("person-or-asset", refused(422, allocate(path, "{}")));
        var over = expect(200, allocate(path, "{\"person\": \"ada\", \"overQuota\": true}"));
        assertEquals(4, over.jsonPath().getInt("allocated"));
        assertEquals("allocated-once", refused(409, allocate(path, "{\"person\": \"ada\", \"overQuota\": true}")));
        assertEquals("UNDER", position("DEP-LIB").getString("items[0].status"));
        assertEquals("quantity-covers-allocations", refused(409, patch(PPM, over, "{\"quantity\": 2}")));

        // And who writes past Java is stopped by the table
        assertTrue(ask("""
                select count(*) from pg_trigger where tgname = 'allocation_fits' and tgenabled = 'O'""").equals("1"));

        var first = expect(200, get(PPM, path)).jsonPath().getString("items[0].id");
        var released = expect(200, delete(path + "/" + first));
        assertEquals(3, released.jsonPath().getInt("allocated"));
        assertEquals(
                "3",
                ask("select sum(quantity) from allocation where entitlement = '"
                        + one.jsonPath().getString("id") + "'"));
    }

    private static Response allocate(String path, String body) {
        return io.restassured.RestAssured.given()
                .header("Authorization", PPM.bearer())
                .header("If-Match", "*")
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static Response delete(String path) {
        return io.restassured.RestAssured.given()
                .header("Authorization", PPM.bearer())
                .header("If-Match", "*")
                .delete(path);
    }

    @Test
    void the_table_refuses_more_than_there_is() {
        var one = entitlement("SEAT_SUBSCRIPTION", 1, "");
        var refusal = org.junit.jupiter.api.Assertions.assertThrows(
                AssertionError.class,
                () -> City.run("""
                insert into allocation (id, entitlement, person, quantity, over_quota, made_by, made_at)
                values (uuidv7(), '%s', 'ada', 2, false, 'somebody', now())""".formatted(one.jsonPath().getString("id"))));
        assertTrue(
                refusal.getCause().getMessage().contains("allocation above quantity"),
                refusal.getCause().getMessage());
    }

    @Test
    void entitlements_are_kept_by_the_office() {
        var one = entitlement("DEVICE", 5, ", \"vendor\": \"V-1001\", \"owner\": \"ada\"");
        assertTrue(one.jsonPath().getString("number").matches("ENT-\\d{4}-\\d{4,}"));
        var body = "{\"product\": \"%s\", \"metric\": \"DEVICE\", \"quantity\": 1, \"termStart\": \"2026-01-01\"%s}";
        assertEquals("role-missing", refused(403, post(LIBRARIAN, "/v1/entitlements", body.formatted(product, ""))));
        assertEquals(
                "known-product", refused(422, post(PPM, "/v1/entitlements", body.formatted(UUID.randomUUID(), ""))));
        assertEquals(
                "term-ends-later",
                refused(422, post(PPM, "/v1/entitlements", body.formatted(product, ", \"termEnd\": \"2025-12-31\""))));
        assertEquals(
                "cores-of-core-licences",
                refused(422, post(PPM, "/v1/entitlements", body.formatted(product, ", \"minimumCores\": 2"))));
        assertEquals("product-is-fixed", refused(422, patch(PPM, one, "{\"metric\": \"SITE\"}")));
        assertEquals("entitlement-sample-data-fixed", refused(422, patch(PPM, one, "{\"sampleData\": true}")));
        assertEquals("term-goes-on", refused(422, verb(PPM, one, "renew", "{\"termEnd\": \"2099-12-31\"}")));
        var renewed = expect(200, verb(PPM, one, "renew", "{\"termEnd\": \"2100-12-31\", \"quantity\": 7}"));
        assertEquals("2100-01-01", renewed.jsonPath().getString("termStart"));
        assertEquals(7, renewed.jsonPath().getInt("quantity"));
        var ended = expect(200, verb(PPM, renewed, "end", "{\"reason\": \"Cancelled\"}"));
        assertEquals("illegal-move", refused(409, verb(PPM, ended, "end", "{\"reason\": \"Again\"}")));
        assertEquals(
                0,
                expect(200, get(PPM, "/v1/entitlements?validOn=2100-06-01&product=" + product))
                        .jsonPath()
                        .getList("items")
                        .size());
    }
}
