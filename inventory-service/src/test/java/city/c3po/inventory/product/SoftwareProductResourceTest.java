package city.c3po.inventory.product;

import static city.c3po.inventory.Http.ADMIN;
import static city.c3po.inventory.Http.LIBRARIAN;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.inventory.City;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class SoftwareProductResourceTest {
    private static final String CYCLES = """
            {"name": "Atlas", "source": "https://endoflife.date/atlas", "cycles": [
              {"cycle": "10", "releasedOn": "2018-01-01", "activeUntil": "2020-12-31", "securityUntil": "2022-12-31"},
              {"cycle": "11", "releasedOn": "2021-01-01", "activeUntil": "2023-12-31", "securityUntil": "2025-12-31",
               "extendedUntil": "2027-12-31"},
              {"cycle": "11.2", "releasedOn": "2022-01-01", "securityUntil": "2030-12-31"},
              {"cycle": "12", "releasedOn": "2026-01-01", "activeUntil": "2026-06-30"}]}""";

    @BeforeEach
    void references() {
        City.known();
    }

    private static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String lifecycle() {
        var code = unique("atlas-");
        expect(201, create(ADMIN, "/v1/product-lifecycles/" + code, CYCLES));
        return code;
    }

    private static Response product(String name, String version, String lifecycle) {
        return expect(201, post(PPM, "/v1/software-products", """
                {"publisher": "Atlas Inc", "product": "%s", "version": "%s", "lifecycle": "%s"}""".formatted(name, version, lifecycle)));
    }

    @ParameterizedTest
    @CsvSource({
        "11.1.7, 2020-12-31, UNKNOWN, 11, 2023-12-31",
        "11.1.7, 2023-12-31, ACTIVE, 11, 2023-12-31",
        "11.1.7, 2024-01-01, SECURITY, 11, 2025-12-31",
        "11.1.7, 2026-01-01, EXTENDED, 11, 2027-12-31",
        "11.1.7, 2028-01-01, EOL, 11, ",
        "11.2.1, 2028-01-01, ACTIVE, 11.2, 2030-12-31",
        "12, 2026-07-01, UNKNOWN, 12, ",
        "110, 2026-07-01, UNKNOWN, , ",
    })
    void a_product_is_supported_as_its_cycle_says(
            String version, String day, String status, String cycle, String until) {
        var product = product(unique("Atlas "), version, lifecycle());
        var support = expect(200, get(PPM, product.jsonPath().getString("href") + "/support?on=" + day))
                .jsonPath();
        assertEquals(status, support.getString("status"));
        assertEquals(cycle, support.getString("products[0].cycle"));
        assertEquals(until, support.getString("products[0].until"));
    }

    @Test
    void an_asset_inherits_the_worst_of_its_products() {
        var lifecycle = lifecycle();
        var name = unique("Atlas ");
        var old = product(name, "10.4", lifecycle);
        var fresh = product(name, "11.2", lifecycle);
        var server = expect(201, post(PPM, "/v1/assets?beginsAs=IN_USE", """
                {"kind": "HARDWARE", "name": "Server", "department": "DEP-IT", "location": "City Hall", "product": "%s"}""".formatted(
                        fresh.jsonPath().getString("id"))));
        var support = server.jsonPath().getString("href") + "/support?on=2026-03-02";
        assertEquals("ACTIVE", expect(200, get(PPM, support)).jsonPath().getString("status"));

        // When something old is installed on it, known by name and version only
        var install = expect(201, post(PPM, "/v1/assets?beginsAs=ACTIVE", """
                {"kind": "SOFTWARE_INSTALL", "name": "Atlas", "product": "%s", "productVersion": "10.4", "parent": "%s"}""".formatted(
                        name.toUpperCase(Locale.ROOT), server.jsonPath().getString("id"))));

        // Then it is as badly looked after
        var worse = expect(200, get(PPM, support)).jsonPath();
        assertEquals("EOL", worse.getString("status"));
        assertEquals(old.jsonPath().getString("id"), worse.getString("products[0].product.id"));
        assertEquals(install.jsonPath().getString("id"), worse.getString("products[0].via.id"));
        assertEquals(2, worse.getList("products").size());

        // And better again when it ends
        expect(200, verb(PPM, install, "terminate", "{\"reason\": \"Replaced\"}"));
        assertEquals("ACTIVE", expect(200, get(PPM, support)).jsonPath().getString("status"));
    }

    @Test
    void an_asset_of_no_known_product_is_unknown() {
        var server = expect(201, post(PPM, "/v1/assets", "{\"kind\": \"HARDWARE\", \"name\": \"Bare metal\"}"));
        var support = expect(200, get(PPM, server.jsonPath().getString("href") + "/support"))
                .jsonPath();
        assertEquals("UNKNOWN", support.getString("status"));
        assertTrue(support.getList("products").isEmpty());
    }

    @Test
    void a_product_is_recorded_once() {
        var name = unique("Atlas ");
        var body =
                "{\"publisher\": \"Atlas Inc\", \"product\": \"%s\", \"version\": \"1\", \"purl\": \"pkg:generic/%s@1\"}"
                        .formatted(name, name.replace(' ', '-'));
        var made = expect(201, post(PPM, "/v1/software-products", body));
        assertEquals("role-missing", refused(403, post(LIBRARIAN, "/v1/software-products", body)));
        assertEquals(
                "product-is-new",
                refused(
                        409,
                        post(
                                PPM,
                                "/v1/software-products",
                                body.toLowerCase(Locale.ROOT).replace("sampledata", "sampleData"))));
        var other = product(name, "2", "none");
        assertEquals(
                "product-is-new",
                refused(409, patch(PPM, other, "{\"purl\": \"pkg:generic/%s@1\"}".formatted(name.replace(' ', '-')))));
        assertEquals("product-sample-data-fixed", refused(422, patch(PPM, made, "{\"sampleData\": true}")));
        var edited = expect(200, patch(PPM, made, "{\"edition\": \"Enterprise\"}"));
        assertEquals("Atlas Inc " + name + " Enterprise 1", edited.jsonPath().getString("label"));
        assertEquals(
                1,
                expect(
                                200,
                                get(
                                        PPM,
                                        "/v1/software-products?publisher=atlas%20inc&product="
                                                + name.replace(" ", "%20") + "&purl=pkg:generic/"
                                                + name.replace(' ', '-') + "@1"))
                        .jsonPath()
                        .getList("items")
                        .size());
        assertTrue(expect(200, get(PPM, made.jsonPath().getString("href") + "/history/verify"))
                .jsonPath()
                .getBoolean("verified"));
    }

    @Test
    void cycles_are_data_that_a_policy_admin_loads() {
        var code = lifecycle();
        var path = "/v1/product-lifecycles/" + code;
        assertEquals("role-missing", refused(403, put(PPM, path, "*", CYCLES)));
        var twice = "{\"name\": \"A\", \"cycles\": [{\"cycle\": \"1\"}, {\"cycle\": \"1\"}]}";
        assertEquals("cycles-are-distinct", refused(422, put(ADMIN, path, "*", twice)));
        var backwards =
                "{\"name\": \"A\", \"cycles\": [{\"cycle\": \"1\", \"activeUntil\": \"2026-01-02\", \"securityUntil\": \"2026-01-01\"}]}";
        assertEquals("cycle-days-in-order", refused(422, put(ADMIN, path, "*", backwards)));
        var known = expect(200, get(PPM, path));
        assertEquals(
                known.header("ETag").split("\\.")[0],
                expect(200, put(ADMIN, path, "*", CYCLES)).header("ETag").split("\\.")[0]);
        expect(200, put(ADMIN, path, "*", "{\"name\": \"Atlas\", \"cycles\": []}"));
        assertEquals(
                2,
                expect(200, get(PPM, path + "/history"))
                        .jsonPath()
                        .getList("items")
                        .size());
    }
}
