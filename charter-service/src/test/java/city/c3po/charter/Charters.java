package city.c3po.charter;

import static city.c3po.charter.Http.HEAD;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.SPONSOR;
import static city.c3po.charter.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.verb;

import city.c3po.testing.Tokens;
import city.c3po.testing.http.Requests;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Charters on their way, made by requests alone. */
public final class Charters {
    /** Who signs a LITE charter of DEP-PW, by seat. */
    public static final Map<String, Tokens> LITE_SEATS = new LinkedHashMap<>();

    static {
        LITE_SEATS.put("executive-sponsor", SPONSOR);
        LITE_SEATS.put("department-head.DEP-PW", HEAD);
        LITE_SEATS.put("project-lead", PPM);
    }

    /** Who signs a MAJOR charter of DEP-PW and DEP-LIB, by seat. */
    public static final Map<String, Tokens> MAJOR_SEATS = new LinkedHashMap<>();

    static {
        MAJOR_SEATS.put("ppm", PPM);
        MAJOR_SEATS.put("product-owner", Http.OWNER);
        MAJOR_SEATS.put("it-liaison", Http.LIAISON);
        MAJOR_SEATS.put("security", Http.SECURITY);
        MAJOR_SEATS.put("finance", Http.FINANCE);
        MAJOR_SEATS.put("cio", Http.CIO);
        MAJOR_SEATS.put("department-head.DEP-PW", HEAD);
        MAJOR_SEATS.put("department-head.DEP-LIB", Http.HEAD_2);
        MAJOR_SEATS.put("executive-sponsor", SPONSOR);
    }

    private Charters() {}

    /** A MAJOR charter in review that has all it needs: documents, a session, key staff. */
    public static Response major(String content) {
        var project = Portfolio.project("MAJOR", "DEP-PW", "DEP-LIB");
        var seats = MAJOR_SEATS.entrySet().stream()
                .map(seat -> "{\"seat\": \"%s\", \"person\": \"%s\", \"authorityBasis\": \"Office\"}"
                        .formatted(seat.getKey(), seat.getValue().subject()))
                .toList();
        var drafted = expect(
                201,
                post(
                        SUBMITTER,
                        "/v1/charters",
                        "{\"project\": \"%s\", \"content\": %s, \"seats\": %s}".formatted(project, content, seats)));
        for (var kind : List.of("BUSINESS_CASE", "PROJECT_PLAN", "PRIVACY_ASSESSMENT", "SECURITY_PLAN")) {
            expect(
                    201,
                    post(
                            SUBMITTER,
                            hrefOf(drafted) + "/documents",
                            "{\"kind\": \"%s\", \"title\": \"%s\", \"link\": \"https://share.city.example/%s\"}"
                                    .formatted(kind, kind, kind)));
        }
        var engaged = expect(
                201,
                post(
                        PPM,
                        "/v1/engagements",
                        "{\"project\": \"%s\", \"vendor\": \"V-1001\", \"title\": \"App\", \"solicitedOn\": \"2026-05-01\"}"
                                .formatted(project)));
        expect(
                200,
                Requests.put(
                        PPM,
                        hrefOf(engaged) + "/key-positions/lead",
                        engaged.header("ETag"),
                        "{\"title\": \"Lead\", \"qualifications\": [], \"percent\": 100, \"nameBy\": \"2026-07-01\"}"));
        var held = expect(
                200,
                verb(
                        PPM,
                        drafted,
                        "design-sessions",
                        "{\"heldOn\": \"2026-03-02\", \"agenda\": \"What and why\", \"participants\": [\"%s\", \"%s\"]}"
                                .formatted(SPONSOR.subject(), PPM.subject())));
        return expect(200, verb(SUBMITTER, held, "submit"));
    }

    /** A MAJOR charter in review with 200 criteria, 60 stakeholders and 40 documents. */
    public static Response big() {
        var criteria = IntStream.rangeClosed(1, 200)
                .mapToObj(n ->
                        "{\"key\": \"C%d\", \"text\": \"Criterion %d\", \"method\": \"Tried\", \"evidenceKind\": \"TEST_REPORT\"}"
                                .formatted(n, n))
                .collect(Collectors.joining(","));
        var stakeholders = IntStream.rangeClosed(1, 60)
                .mapToObj(n -> "{\"level\": \"PUBLIC\", \"name\": \"Neighbourhood %d\"}".formatted(n))
                .collect(Collectors.joining(","));
        var inReview = major(Contents.full("DEP-PW", "DEP-LIB")
                .replaceFirst("\"criteria\": \\[\\s*\\{.*?\\}\\s*,\\s*\\{.*?\\}\\]", "\"criteria\": [" + criteria + "]")
                .replace("{\"level\": \"PUBLIC\", \"name\": \"Residents\"}", stakeholders));
        for (int n = 0; n < 36; n++) {
            expect(
                    201,
                    post(
                            SUBMITTER,
                            hrefOf(inReview) + "/documents",
                            "{\"kind\": \"OTHER\", \"title\": \"D%d\", \"link\": \"https://share.city.example/d%d\"}"
                                    .formatted(n, n)));
        }
        return inReview;
    }

    /** Views and signs for the seat, as a template with viewBeforeSigning asks. */
    public static Response viewAndSign(Tokens by, Response charter, String seat) {
        var viewed = expect(200, verb(by, signOff(by, charter, seat), "view"));
        return sign(by, viewed);
    }

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
        return Requests.as(by)
                .header("If-Match", json.getString(brief + "etag"))
                .contentType("application/json")
                .body(echo(json.getInt("round.of"), json.getString("round.hash"), json.getString(brief + "statement")))
                .post(json.getString(brief + "href") + "/sign");
    }

    /** As the sign-off shows it. */
    public static Response sign(Tokens by, Response signOff) {
        var href = hrefOf(signOff);
        var query = href.contains("?") ? href.substring(href.indexOf('?')) : "";
        return Requests.as(by)
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
