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

    private final String product;
    private final String entitlement;
    private final String position;
    private final String renewal;
    private final Campaigns campaign;

    private Records(
            String asset,
            String file,
            String review,
            String product,
            String entitlement,
            String position,
            String renewal,
            Campaigns campaign) {
        this.asset = asset;
        this.file = file;
        this.review = review;
        this.product = product;
        this.entitlement = entitlement;
        this.position = position;
        this.renewal = renewal;
        this.campaign = campaign;
    }

    static Records made() {
        City.known();
        create(ADMIN, "/v1/product-lifecycles/atlas", "{\"name\": \"Atlas\", \"cycles\": [{\"cycle\": \"1\"}]}");
        create(ADMIN, "/v1/sources/old-discovery", "{\"name\": \"Old discovery\", \"cadenceHours\": 24}");
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
        var product = Licences.product().jsonPath().getString("id");
        var entitlement = Licences.entitlement(product);
        return new Records(
                Feeds.rows(done, "?outcome=CREATED").jsonPath().getString("items[0].asset"),
                done.jsonPath().getString("id"),
                reviews.getString("items[0].id"),
                product,
                entitlement.jsonPath().getString("id"),
                Licences.position(product),
                Licences.renewal(Licences.ending(100, 30, ""), "OPEN")
                        .jsonPath()
                        .getString("id"),
                Campaigns.opened("DEP-PW"));
    }

    Map<String, String> pathParameters(Operation operation) {
        var path = operation.path();
        var values = new HashMap<String, String>();
        var ids = Map.of(
                "imports", file,
                "match-reviews", review,
                "software-products", product,
                "entitlements", entitlement,
                "licence-positions", position,
                "renewals", renewal,
                "quality", "city",
                "attestations", campaign.attestation(),
                "attestation-campaigns", campaign.id());
        values.put("source", "finance");
        values.put("key", "R-" + Story.serial());
        values.put("list", "identity");
        values.put("day", "2026-03-02");
        values.put("allocation", "0198c0de-0000-7000-8000-0000000000c1");
        values.put("id", ids.getOrDefault(path.split("/")[2], asset));
        // of a source of their own, because files of the other one come in meanwhile
        var source = path.endsWith("/withdraw") || path.endsWith("/reinstate") ? "old-discovery" : "finance";
        values.put("code", path.startsWith("/v1/product-lifecycles") ? "atlas" : source);
        return values;
    }
}
