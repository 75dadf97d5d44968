package city.c3po.charter;

import static city.c3po.charter.Http.HEAD;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.SPONSOR;
import static city.c3po.charter.Http.SUBMITTER;
import static city.c3po.charter.Http.expect;
import static city.c3po.charter.Http.get;
import static city.c3po.charter.Http.hrefOf;
import static city.c3po.charter.Http.post;
import static city.c3po.charter.Http.verb;

import city.c3po.testing.Tokens;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Charters on their way, made by requests alone. */
public final class Charters {
    /** Who signs a LITE charter of DEP-PW, by seat. */
    public static final Map<String, Tokens> LITE_SEATS = new LinkedHashMap<>();

    static {
        LITE_SEATS.put("executive-sponsor", SPONSOR);
        LITE_SEATS.put("department-head.DEP-PW", HEAD);
        LITE_SEATS.put("project-lead", PPM);
    }

    private Charters() {}

    /** A LITE charter that says all it must, with its three seats held. */
    public static Response lite() {
        var body = """
                {"project": "%s", "content": %s, "seats": [{"seat": "department-head.DEP-PW", "person": "%s", "authorityBasis": "Municipal Code 2.04"}]}""".formatted(Portfolio.project("LITE", "DEP-PW"), Contents.LITE, HEAD.subject());
        return expect(201, post(SUBMITTER, "/v1/charters", body));
    }

    /** Frozen; three people are asked. */
    public static Response committing() {
        var inReview = expect(200, verb(SUBMITTER, lite(), "submit"));
        return expect(200, verb(SUBMITTER, inReview, "commit"));
    }

    public static Response committed() {
        return signedByAll(committing());
    }

    /** All of the round sign as their sign-offs ask. */
    public static Response signedByAll(Response charter) {
        List<String> seats = charter.jsonPath().getList("signOffs.seat");
        for (var seat : seats) {
            expect(200, sign(LITE_SEATS.get(seat), charter, seat));
        }
        return again(charter);
    }

    /** As the charter's answer shows it: no further request. */
    public static Response sign(Tokens by, Response charter, String seat) {
        var brief = "signOffs.find { it.seat == '" + seat + "' }.";
        var json = charter.jsonPath();
        return Http.as(by)
                .header("If-Match", json.getString(brief + "etag"))
                .contentType("application/json")
                .body(echo(json.getInt("round.of"), json.getString("round.hash"), json.getString(brief + "statement")))
                .post(json.getString(brief + "href") + "/sign");
    }

    /** As the sign-off shows it. */
    public static Response sign(Tokens by, Response signOff) {
        var href = hrefOf(signOff);
        var query = href.contains("?") ? href.substring(href.indexOf('?')) : "";
        return Http.as(by)
                .header("If-Match", signOff.header("ETag"))
                .contentType("application/json")
                .body(echoOf(signOff))
                .post((query.isEmpty() ? href : href.substring(0, href.indexOf('?'))) + "/sign" + query);
    }

    public static String echoOf(Response signOff) {
        var json = signOff.jsonPath();
        return echo(json.getInt("contentVersion"), json.getString("contentHash"), json.getString("statement"));
    }

    public static String echo(int version, String hash, String statement) {
        return "{\"contentVersion\": %d, \"contentHash\": \"%s\", \"statement\": \"%s\"}"
                .formatted(version, hash, statement);
    }

    public static Response signOff(Tokens by, Response charter, String seat) {
        return expect(200, get(by, hrefOf(charter) + "/sign-offs/" + seat));
    }

    public static Response again(Response charter) {
        return expect(200, get(SUBMITTER, hrefOf(charter)));
    }
}
