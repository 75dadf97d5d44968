package city.c3po.charter;

import static city.c3po.charter.Http.ADMIN;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.SPONSOR;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.verb;

import city.c3po.testing.Tokens;
import city.c3po.testing.http.Requests;
import city.c3po.testing.openapi.Operation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** One record of each kind, of DEP-PW and said by the finance system, for the gates that are driven by the document. */
final class Records {
    private static final Tokens FINANCE_SYSTEM = Tokens.client("finance-system");

    private final String charter;
    private final String template;
    private final String engagement;
    private final String nominee;
    private final String document;
    private final String delegation;
    private final String evaluation;
    /** For the body of what begins a charter: a project that has none yet. */
    final String freeProject;

    private Records(
            String charter,
            String template,
            String engagement,
            String nominee,
            String document,
            String delegation,
            String evaluation,
            String freeProject) {
        this.charter = charter;
        this.template = template;
        this.engagement = engagement;
        this.nominee = nominee;
        this.document = document;
        this.delegation = delegation;
        this.evaluation = evaluation;
        this.freeProject = freeProject;
    }

    static Records made() {
        var committing = Charters.committing();
        var template = get(ADMIN, "/v1/charter-templates?tier=LITE&sort=OLDEST")
                .jsonPath()
                .getString("items[0].id");
        var engaged = put(
                FINANCE_SYSTEM,
                "/v1/engagements/by-ref/finance/C-2026-17",
                null,
                "{\"project\": \"0198c0de-0000-7000-8000-000000000007\", \"vendor\": \"V-1001\", \"title\": \"App\"}");
        var position = expect(
                200,
                put(
                        FINANCE_SYSTEM,
                        hrefOf(engaged) + "/key-positions/lead",
                        "*",
                        "{\"title\": \"Lead\", \"qualifications\": [], \"percent\": 100}"));
        var nominated = expect(
                200,
                verb(PPM, position, "key-positions/lead/nominees", "{\"name\": \"Nora\", \"qualifications\": []}"));
        var document = expect(
                201,
                post(PPM, hrefOf(committing) + "/documents", "{\"kind\": \"PROJECT_PLAN\", \"title\": \"The plan\"}"));
        expect(
                200,
                Requests.as(PPM)
                        .header("If-Match", document.header("ETag"))
                        .contentType("application/octet-stream")
                        .body(new byte[] {'%', 'P', 'D', 'F', '-', '1'})
                        .put(hrefOf(document) + "/content"));
        var today = LocalDate.now(ZoneId.of("America/Los_Angeles"));
        var delegation = expect(
                201,
                post(
                        SPONSOR,
                        "/v1/delegations",
                        "{\"delegate\": \"deputy\", \"from\": \"%s\", \"until\": \"%s\", \"purposes\": [\"EVALUATE\"]}"
                                .formatted(today, today)));
        var evaluation = expect(201, post(PPM, hrefOf(engaged) + "/evaluations", Story.FINDINGS));
        evaluation = expect(200, verb(PPM, evaluation, "issue"));
        return new Records(
                committing.jsonPath().getString("id"),
                template,
                engaged.jsonPath().getString("id"),
                nominated.jsonPath().getString("keyPositions[0].nominees[0].id"),
                document.jsonPath().getString("id"),
                delegation.jsonPath().getString("id"),
                evaluation.jsonPath().getString("id"),
                Portfolio.project("LITE", "DEP-PW"));
    }

    Map<String, String> pathParameters(Operation operation) {
        var path = operation.path();
        var values = new HashMap<String, String>();
        values.put("id", id(path));
        values.put("number", "1");
        values.put("seat", "executive-sponsor");
        values.put("criterion", "C1");
        values.put("position", "lead");
        values.put("nominee", nominee);
        values.put("source", "finance");
        values.put("key", "C-2026-17");
        values.put("vendor", "V-1001");
        values.put("hash", "0".repeat(64));
        return values;
    }

    private String id(String path) {
        if (path.startsWith("/v1/charter-templates")) {
            return template;
        }
        if (path.startsWith("/v1/engagements")) {
            return engagement;
        }
        if (path.startsWith("/v1/evaluations")) {
            return evaluation;
        }
        if (path.startsWith("/v1/documents")) {
            return document;
        }
        return path.startsWith("/v1/delegations") ? delegation : charter;
    }
}
