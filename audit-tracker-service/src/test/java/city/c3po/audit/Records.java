package city.c3po.audit;

import static city.c3po.audit.Http.AUDITOR_2;
import static city.c3po.audit.Http.PPM;
import static city.c3po.audit.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;

import city.c3po.testing.http.Requests;
import city.c3po.testing.openapi.Operation;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** One record of each kind, for the gates that are driven by the document. */
final class Records {
    /** By the beginning of their paths; read once, since the gates ask thousands of times. */
    private final Map<String, String> ids;

    private final String recommendation;
    private final String number;
    final String finding;
    /** For the body of what opens a cycle: a body has one at a time. */
    final String freeBody = body();

    Records() {
        City.departments();
        var audit = City.audit();
        var found = City.finding(audit, false);
        var recommendation = City.recommendation(found, ", \"targetDate\": \"2027-06-30\"");
        expect(200, City.putOn(SUBMITTER, recommendation, "actions/A1", """
                {"title": "Write it", "milestones": [{"key": "M1", "title": "Draft", "due": "2027-03-01"}]}"""));
        expect(
                200,
                City.verbOn(SUBMITTER, recommendation, "extensions", "{\"to\": \"2027-08-01\", \"reason\": \"Late\"}"));
        var file = expect(
                201,
                post(
                        PPM,
                        hrefOf(recommendation) + "/evidence",
                        "{\"title\": \"Policy\", \"kind\": \"FILE\", \"elements\": [\"E1\"]}"));
        var evidence = expect(
                200,
                Requests.as(PPM)
                        .header("If-Match", file.header("ETag"))
                        .contentType("application/octet-stream")
                        .body(new byte[] {'%', 'P', 'D', 'F', '-', '1'})
                        .put(hrefOf(file) + "/content"));
        var verification = expect(201, post(AUDITOR_2, hrefOf(recommendation) + "/verifications", "{}"));
        var cycle = expect(
                201,
                post(PPM, "/v1/follow-up-cycles", "{\"body\": \"%s\", \"asOf\": \"2026-12-31\"}".formatted(body())));
        finding = id(found);
        this.recommendation = id(recommendation);
        number = recommendation.jsonPath().getString("number");
        ids = Map.of(
                "/v1/audits",
                id(audit),
                "/v1/findings",
                finding,
                "/v1/evidence",
                id(evidence),
                "/v1/directions",
                id(City.direction()),
                "/v1/controls",
                "key-staff",
                "/v1/verifications",
                id(verification),
                "/v1/follow-up-cycles",
                id(cycle));
    }

    private static String body() {
        return "b-" + UUID.randomUUID().toString().substring(0, 13);
    }

    Map<String, String> pathParameters(Operation operation) {
        var path = operation.path();
        return Map.of(
                "id",
                of(path),
                "key",
                path.contains("/milestones/") ? "M1" : "A1",
                "number",
                path.startsWith("/public/") ? number : "1");
    }

    private String of(String path) {
        return ids.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(recommendation);
    }

    private static String id(Response record) {
        return record.jsonPath().getString("id");
    }
}
