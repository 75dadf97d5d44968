package city.c3po.portfolio;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.FINANCE;
import static city.c3po.portfolio.Http.expect;
import static city.c3po.portfolio.Http.get;
import static city.c3po.portfolio.Http.put;
import static city.c3po.portfolio.Http.verb;

import city.c3po.testing.openapi.Operation;
import java.util.HashMap;
import java.util.Map;

/** One record of each kind, of DEP-PW and said by the finance system, for the gates that are driven by the document. */
final class Records {
    private static final String PERSON = "clerk-of-works";

    private final String initiative;
    private final String policy;

    private Records(String initiative, String policy) {
        this.initiative = initiative;
        this.policy = policy;
    }

    static Records made() {
        put(FINANCE, "/v1/departments/DEP-PW", null, "{\"name\": \"Public Works\"}");
        put(FINANCE, "/v1/people/" + PERSON, null, "{\"name\": \"Cleo Works\", \"department\": \"DEP-PW\"}");
        put(FINANCE, "/v1/vendors/V-1001", null, "{\"name\": \"Acme Civic\"}");
        put(FINANCE, "/v1/vendors/by-ref/finance/ACME", null, "{\"number\": \"V-1001\", \"name\": \"Acme Civic\"}");
        put(FINANCE, "/v1/funding-lines/FL-CIP-0412", null, "{\"name\": \"Civic apps\"}");
        put(FINANCE, "/v1/calendars/CITY", null, "{\"name\": \"City Hall\", \"zone\": \"America/Los_Angeles\"}");
        var drafted =
                put(FINANCE, "/v1/initiatives/by-ref/finance/PRJ-00815", null, Story.MINOR.formatted("FMS Upgrade"));
        var submitted = expect(200, verb(FINANCE, expect(201, drafted), "submit"));
        var policies = expect(200, get(ADMIN, "/v1/triage-policies?sort=EARLIEST"));
        return new Records(
                submitted.jsonPath().getString("id"), policies.jsonPath().getString("items[0].id"));
    }

    Map<String, String> pathParameters(Operation operation) {
        var path = operation.path();
        var values = new HashMap<String, String>();
        values.put("id", path.startsWith("/v1/triage-policies") ? policy : initiative);
        values.put("sub", PERSON);
        values.put("number", "V-1001");
        values.put(
                "code",
                path.startsWith("/v1/departments")
                        ? "DEP-PW"
                        : path.startsWith("/v1/calendars") ? "CITY" : "FL-CIP-0412");
        values.put("source", "finance");
        values.put("key", path.startsWith("/v1/vendors") ? "ACME" : "PRJ-00815");
        return values;
    }
}
