package city.c3po.audit;

import static city.c3po.audit.Http.AUDITOR;
import static city.c3po.audit.Http.AUDITOR_2;
import static city.c3po.audit.Http.PPM;
import static city.c3po.audit.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;

import city.c3po.testing.http.Requests;
import city.c3po.testing.openapi.Operation;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** One record of each kind, for the gates that are driven by the document. */
final class Records {
    private final Response audit = City.audit();
    final Response finding = City.finding(audit, false);
    private final Response recommendation = City.recommendation(finding, ", \"targetDate\": \"2027-06-30\"");
    private final Response evidence;
    private final Response verification;
    private final Response cycle;
    private final Response direction = City.direction();
    private final Response control = expect(200, Requests.get(AUDITOR, "/v1/controls/key-staff"));
    /** For the body of what opens a cycle: a body has one at a time. */
    final String freeBody = body();

    Records() {
        City.departments();
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
        evidence = expect(
                200,
                Requests.as(PPM)
                        .header("If-Match", file.header("ETag"))
                        .contentType("application/octet-stream")
                        .body(new byte[] {'%', 'P', 'D', 'F', '-', '1'})
                        .put(hrefOf(file) + "/content"));
        verification = expect(201, post(AUDITOR_2, hrefOf(recommendation) + "/verifications", "{}"));
        cycle = expect(
                201,
                post(PPM, "/v1/follow-up-cycles", "{\"body\": \"%s\", \"asOf\": \"2026-12-31\"}".formatted(body())));
        expect(200, Requests.get(AUDITOR, hrefOf(cycle)));
    }

    private static String body() {
        return "b-" + UUID.randomUUID().toString().substring(0, 13);
    }

    Map<String, String> pathParameters(Operation operation) {
        var path = operation.path();
        var values = new HashMap<String, String>();
        values.put("id", of(path).jsonPath().getString("id"));
        values.put("key", path.contains("/milestones/") ? "M1" : "A1");
        values.put(
                "number",
                path.startsWith("/public/") ? recommendation.jsonPath().getString("number") : "1");
        return values;
    }

    private Response of(String path) {
        if (path.startsWith("/v1/audits")) {
            return audit;
        }
        if (path.startsWith("/v1/findings")) {
            return finding;
        }
        if (path.startsWith("/v1/evidence")) {
            return evidence;
        }
        if (path.startsWith("/v1/directions")) {
            return direction;
        }
        if (path.startsWith("/v1/controls")) {
            return control;
        }
        if (path.startsWith("/v1/verifications")) {
            return verification;
        }
        return path.startsWith("/v1/follow-up-cycles") ? cycle : recommendation;
    }
}
