package city.c3po.inventory.catalogue;

import static city.c3po.inventory.Http.PPM;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.post;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.inventory.City;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class EnterpriseSystemResourceTest {
    @Test
    void anybody_reads_the_columns_of_the_law_and_of_exempt_systems_only_the_name() {
        City.known();
        var mark = UUID.randomUUID().toString();
        var body = """
                {"kind": "SYSTEM", "name": "%s %s", "department": "DEP-LIB", "location": "City Hall", "vendor": "V-1001",
                 "product": "Ledger", "purpose": "<b>Permits</b> & fees", "dataCategories": ["Names", "Fees"],
                 "collectionFrequency": "daily", "updateFrequency": "=weekly", "enterpriseSystem": true, "exempt": %s,
                 "sampleData": true}""";
        expect(201, post(PPM, "/v1/assets?beginsAs=IN_USE", body.formatted("Open", mark, "false")));
        expect(201, post(PPM, "/v1/assets?beginsAs=IN_USE", body.formatted("Secret", mark, "true")));
        expect(201, post(PPM, "/v1/assets", body.formatted("Not yet", mark, "false")));

        var json = expect(200, given().get("/public/v1/enterprise-systems")).jsonPath();
        var open = "find { it.name == 'Open %s' }".formatted(mark);
        assertEquals("Acme Civic", json.getString(open + ".vendor"));
        assertEquals("Library", json.getString(open + ".custodianDepartment"));
        assertEquals("Names", json.getString(open + ".dataCategories[0]"));
        var secret = "find { it.name == 'Secret %s' }".formatted(mark);
        assertTrue(json.getBoolean(secret + ".exempt"));
        assertEquals(null, json.getString(secret + ".vendor"));
        assertFalse(json.getList("name").contains("Not yet " + mark));

        var csv = expect(200, given().get("/public/v1/enterprise-systems/csv")).asString();
        assertTrue(csv.contains("'=weekly"), csv);
        var html =
                expect(200, given().get("/public/v1/enterprise-systems/html")).asString();
        assertTrue(html.contains("&lt;b&gt;Permits&lt;/b&gt; &amp; fees"), html);
        assertTrue(html.contains("sample data"), html);
    }
}
