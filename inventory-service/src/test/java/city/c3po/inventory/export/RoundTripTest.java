package city.c3po.inventory.export;

import static city.c3po.inventory.Http.PPM;
import static city.c3po.inventory.imports.Feeds.atRest;
import static city.c3po.inventory.imports.Feeds.rows;
import static city.c3po.inventory.imports.Feeds.send;
import static city.c3po.inventory.imports.Feeds.source;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.inventory.City;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is exported and imported again changes nothing. */
@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class RoundTripTest {
    @BeforeEach
    void references() {
        City.known();
    }

    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase();
    }

    private static void travels(String source, String path, String query, String type, int rows) {
        var asked = path.equals("csv") ? query : "";
        var exported = expect(200, get(PPM, "/v1/asset-exports/" + path + "?source=" + source + asked))
                .asByteArray();
        var again = atRest(expect(201, send(source, query + "&mode=ATOMIC&emptyCell=CLEAR", type, exported)));
        assertEquals(
                "APPLIED",
                again.jsonPath().getString("state"),
                () -> rows(again, "").asString());
        assertEquals(
                rows,
                again.jsonPath().getInt("counts.unchanged"),
                () -> new String(exported, StandardCharsets.UTF_8)
                        + rows(again, "").asString());
    }

    private static String everything(String name) {
        return """
                {"nativeKey": "%s", "kind": "HARDWARE", "name": "%s", "description": "two\\nlines, \\"quoted\\"", "department": "DEP-LIB",
                 "custodian": "ada", "location": "Main; 2nd floor, left", "manufacturer": "Dell", "model": "=7010", "serial": "%s",
                 "uuid": "%s", "macs": ["00:1a:2b:3c:4d:5e", "00:1a:2b:3c:4d:5f"], "hostname": "h1", "operatingSystem": "Linux",
                 "cores": 8, "dataBearing": true, "vendor": "V-1001", "product": "pos", "productVersion": "1.0", "purl": "pkg:a/b@1",
                 "cpe": "cpe:2.3:a", "seats": 4, "orderNumber": "-PO7", "purchasedOn": "2026-02-10",
                 "purchaseCost": {"amount": 1420.50, "currency": "EUR"}, "receivedOn": "2026-02-20", "warrantyUntil": "2029-02-20",
                 "termStart": "2026-03-01", "termEnd": "2027-03-01", "purpose": "Loans", "dataCategories": ["Names", "Loans, open"],
                 "collectionFrequency": "daily", "updateFrequency": "weekly", "enterpriseSystem": false, "exempt": false,
                 "notes": "@home", "state": "IN_USE"}
                """.formatted(unique(), name, unique(), UUID.randomUUID()).replace("\n ", " ");
    }

    @Test
    void the_native_profile_as_csv_and_ndjson_and_as_a_bill_of_materials() {
        var source = source(", \"mayClear\": true");
        var file = everything("One").strip() + "\n" + everything("Two").strip() + "\n";
        var first =
                atRest(expect(201, send(source, "", "application/x-ndjson", file.getBytes(StandardCharsets.UTF_8))));
        assertEquals(
                2,
                first.jsonPath().getInt("counts.created"),
                () -> rows(first, "").asString());
        travels(source, "ndjson", "", "application/x-ndjson", 2);
        travels(source, "csv", "", "text/csv", 2);
        travels(source, "cyclonedx", "&profile=cyclonedx", "application/vnd.cyclonedx+json", 2);
    }

    @Test
    void snipe_it_assets_and_licences() {
        var source = source("");
        var assets =
                "Asset Tag,Asset Name,Serial,Model Name,Manufacturer,Status,Company,Location,Purchase Date,Purchase Cost\n"
                        + "S-" + unique() + ",Desk phone," + unique()
                        + ",T20,Acme,Ready to Deploy,DEP-LIB,Main,03/31/2026,\"$120.00\"\n";
        expect(
                200,
                atRest(expect(
                        201,
                        send(
                                source,
                                "&profile=snipe-it-assets",
                                "text/csv",
                                assets.getBytes(StandardCharsets.UTF_8)))));
        travels(source, "csv", "&profile=snipe-it-assets", "text/csv", 1);

        var licences = source("");
        var list = "License Name,Seats,Expiration Date,Company,Manufacturer\nDesign suite " + unique()
                + ",40,2099-01-31,DEP-LIB,Acme\n";
        expect(
                200,
                atRest(expect(
                        201,
                        send(
                                licences,
                                "&profile=snipe-it-licenses",
                                "text/csv",
                                list.getBytes(StandardCharsets.UTF_8)))));
        travels(licences, "csv", "&profile=snipe-it-licenses", "text/csv", 1);
    }
}
