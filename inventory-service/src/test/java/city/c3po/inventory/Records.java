package city.c3po.inventory;

import static city.c3po.inventory.Http.ADMIN;
import static city.c3po.inventory.Http.FINANCE;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.post;

import city.c3po.inventory.imports.Feeds;
import city.c3po.testing.openapi.Operation;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One record of each kind, of DEP-PW and of the finance system, for the gates that are driven by the document. */
final class Records {
    private final String asset;
    private final String file;
    private final String review;

    private Records(String asset, String file, String review) {
        this.asset = asset;
        this.file = file;
        this.review = review;
    }

    static Records made() {
        City.known();
        create(ADMIN, "/v1/sources/finance", "{\"name\": \"Finance system\", \"cadenceHours\": 24}");
        expect(
                201,
                post(PPM, "/v1/assets", "{\"kind\": \"SYSTEM\", \"name\": \"Ledger\", \"department\": \"DEP-PW\"}"));
        var rows =
                "nativeKey,kind,name,department,location\nF-%1$s,SYSTEM,Ledger %1$s,DEP-PW,City Hall\nF-%1$s,SYSTEM,Other,DEP-PW,City Hall\n"
                        .formatted(Story.serial());
        var sent = expect(201, Feeds.send(FINANCE, "finance", "", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        var done = Feeds.atRest(sent);
        var reviews = expect(
                        200,
                        get(PPM, "/v1/match-reviews?importId=" + done.jsonPath().getString("id")))
                .jsonPath();
        return new Records(
                Feeds.rows(done, "?outcome=CREATED").jsonPath().getString("items[0].asset"),
                done.jsonPath().getString("id"),
                reviews.getString("items[0].id"));
    }

    Map<String, String> pathParameters(Operation operation) {
        var path = operation.path();
        var values = new HashMap<String, String>();
        values.put("id", path.startsWith("/v1/imports") ? file : path.startsWith("/v1/match-reviews") ? review : asset);
        values.put("code", "finance");
        return values;
    }
}
