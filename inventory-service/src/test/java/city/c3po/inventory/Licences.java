package city.c3po.inventory;

import static city.c3po.inventory.Http.ADMIN;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.verb;

import city.c3po.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;

/** Software, as the tests of this service buy and use it. */
public final class Licences {
    private Licences() {}

    /** A product that nobody else has. */
    public static Response product() {
        return expect(201, post(PPM, "/v1/software-products", """
                {"publisher": "Atlas Inc", "product": "Atlas %s", "version": "1"}""".formatted(Story.serial())));
    }

    /** Of that product, three seats. */
    public static Response entitlement(String product) {
        return expect(201, post(PPM, "/v1/entitlements", """
                {"product": "%s", "metric": "SEAT_SUBSCRIPTION", "quantity": 3, "department": "DEP-PW",
                 "termStart": "2026-01-01", "termEnd": "2099-12-31"}""".formatted(product)));
    }

    /** Of an entitlement, as soon as the clock has brought it into that state. */
    public static Response renewal(Response entitlement, String state) {
        var path = "/v1/renewals?entitlement=" + entitlement.jsonPath().getString("id") + "&state=" + state;
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            var href = expect(200, get(PPM, path)).jsonPath().getString("items[0].href");
            if (href != null) {
                return expect(200, get(PPM, href));
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("no renewal in state " + state);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** Ends so many days from now. */
    static Response ending(int days, int notice, String more) {
        return expect(201, post(PPM, "/v1/entitlements", """
                {"product": "%s", "metric": "SEAT_SUBSCRIPTION", "quantity": 3, "department": "DEP-PW", "owner": "ada",
                 "termStart": "2026-01-01", "termEnd": "%s", "noticeDays": %d, "cost": {"amount": 900.00}%s}""".formatted(
                        product().jsonPath().getString("id"),
                        LocalDate.now(ZoneOffset.UTC).plusDays(days),
                        notice,
                        more)));
    }

    /** All positions, as every night. */
    public static void measure() {
        expect(200, RestAssured.given().header("Authorization", PPM.bearer()).post("/v1/licence-positions/measure"));
    }

    /** The city's position with that product. */
    public static String position(String product) {
        measure();
        return expect(200, get(PPM, "/v1/licence-positions?city=true&product=" + product))
                .jsonPath()
                .getString("items[0].id");
    }

    private static Response on(Response one) {
        return expect(200, get(PPM, one.jsonPath().getString("href")));
    }

    /** Every fact about software happens once. */
    static void tell() {
        expect(200, RestAssured.given().header("Authorization", PPM.bearer()).post("/v1/quality/measure"));
        expect(200, patch(PPM, product(), "{\"edition\": \"Enterprise\"}"));
        expect(201, create(ADMIN, "/v1/product-lifecycles/" + Story.serial().toLowerCase(), """
                {"name": "Atlas", "cycles": [{"cycle": "1", "releasedOn": "2024-01-01", "securityUntil": "2027-12-31"}]}"""));
        var one = entitlement(product().jsonPath().getString("id"));
        one = expect(200, patch(PPM, one, "{\"vendor\": \"V-1001\"}"));
        one = expect(200, verb(PPM, one, "allocations", "{\"person\": \"ada\"}"));
        var allocation = expect(200, get(PPM, one.jsonPath().getString("href") + "/allocations"))
                .jsonPath()
                .getString("items[0].id");
        expect(200, delete(PPM, one, "allocations/" + allocation));
        one = expect(200, verb(PPM, on(one), "renew", "{\"termEnd\": \"2100-12-31\"}"));
        position(one.jsonPath().getString("product"));
        expect(200, verb(PPM, one, "end", "{\"reason\": \"Cancelled\"}"));
        var ending = ending(100, 30, "");
        expect(200, verb(PPM, renewal(ending, "OPEN"), "decide", "{\"decision\": \"RENEW\", \"reason\": \"Needed\"}"));
        renewal(ending(20, 30, ", \"autoRenew\": true"), "AUTO_RENEWED");
        renewal(ending(20, 30, ""), "LAPSED");
        var other = ending(100, 30, "");
        renewal(other, "OPEN");
        expect(200, verb(PPM, other, "end", "{\"reason\": \"Cancelled\"}"));
        renewal(other, "CALLED_OFF");
    }

    private static Response delete(Tokens by, Response one, String path) {
        return RestAssured.given()
                .header("Authorization", by.bearer())
                .header("If-Match", "*")
                .delete(one.jsonPath().getString("href") + "/" + path);
    }
}
