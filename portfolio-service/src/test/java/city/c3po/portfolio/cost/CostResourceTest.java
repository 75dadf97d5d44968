package city.c3po.portfolio.cost;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.FINANCE;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.portfolio.Http.PROCUREMENT;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.portfolio.ProjectStory;
import city.c3po.testing.SharesInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class CostResourceTest {
    @BeforeEach
    void referenceData() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
        create(ADMIN, "/v1/funding-lines/FL-CIP-0412", "{\"name\": \"Civic apps\"}");
    }

    @Test
    void an_entry_is_posted_once_and_the_project_learns_the_sum() {
        var project = ProjectStory.registered("Costed", PPM_2);
        var path = hrefOf(project);
        var first = entry(project, "C-1", "ACTUAL", "1200.50") + "," + entry(project, "C-2", "ENCUMBRANCE", "800.00");
        var posted = batch(first, false).jsonPath();
        assertEquals(2, posted.getInt("posted"));
        assertEquals(
                1,
                batch(entry(project, "C-1", "ACTUAL", "1200.50"), false)
                        .jsonPath()
                        .getInt("known"));
        var changed = batch(entry(project, "C-1", "ACTUAL", "1300.00"), false).jsonPath();
        assertEquals(List.of("native-key-once"), changed.getList("items[0].errors.code"));
        batch(entry(project, "C-3", "ACTUAL", "-200.50"), false);
        var known = get(PPM, path).jsonPath();
        assertEquals(1000f, known.getFloat("moneyActual.cost.amount"));
        assertEquals(800f, known.getFloat("moneyActual.encumbered.amount"));
        var entries = get(PPM, "/v1/cost-entries?limit=2&count=true&project=" + ProjectStory.id(project))
                .jsonPath();
        assertEquals(List.of("C-1", "C-2"), entries.getList("items.nativeKey"));
        assertEquals(3, entries.getInt("total"));
        assertEquals(
                List.of("C-3"), get(PPM, entries.getString("next")).jsonPath().getList("items.nativeKey"));
        assertEquals(1000f, get(PPM, path + "/costs").jsonPath().getFloat("actual.amount"));
        assertNull(get(PPM, path + "/costs").jsonPath().get("budget"));
    }

    @Test
    void each_entry_is_judged_by_itself_and_an_atomic_batch_as_a_whole() {
        var project = ProjectStory.registered("Judged", PPM_2);
        var good = entry(project, "J-1", "ACTUAL", "10.00");
        var nowhere = good.replace("J-1", "J-2")
                .replace(ProjectStory.id(project), UUID.randomUUID().toString());
        var line = good.replace("J-1", "J-3").replace("FL-CIP-0412", "FL-NONE");
        var euro = good.replace("J-1", "J-4").replace("10.00}", "10.00, \"currency\": \"EUR\"}");
        var items = String.join(",", good, nowhere, line, euro);
        var atomic = expect(422, post(FINANCE, "/v1/cost-entries/batch", body(items, true)))
                .jsonPath();
        assertEquals("entries-postable", atomic.getString("code"));
        assertNull(get(PPM, hrefOf(project)).jsonPath().get("moneyActual"));
        var each = batch(items, false).jsonPath();
        assertEquals(List.of("POSTED", "REFUSED", "REFUSED", "REFUSED"), each.getList("items.result"));
        assertEquals("costed-project-known", each.getString("items[1].errors[0].code"));
        assertEquals("funding-line-known", each.getString("items[2].errors[0].code"));
        assertEquals("ledger-currency", each.getString("items[3].errors[0].code"));
        assertEquals(
                "posted-by-its-system", refused(403, post(PROCUREMENT, "/v1/cost-entries/batch", body(good, false))));
        assertEquals("role-missing", refused(403, post(PPM, "/v1/cost-entries/batch", body(good, false))));
    }

    @Test
    void what_it_came_to_is_what_finance_posted() {
        var project = ProjectStory.registered("Came to", PPM_2);
        batch(entry(project, "F-1", "ACTUAL", "500.00"), false);
        var said = "{\"cost\": {\"amount\": 400.00}, \"finish\": \"2026-12-31\"}";
        // only from EXECUTING on; the amounts are compared by ProjectTest
        assertEquals("illegal-move", refused(409, verb(PPM_2, get(PPM, hrefOf(project)), "record-actual", said)));
    }

    private static Response batch(String items, boolean atomic) {
        return expect(200, post(FINANCE, "/v1/cost-entries/batch", body(items, atomic)));
    }

    private static String body(String items, boolean atomic) {
        return "{\"source\": \"finance\", \"atomic\": %s, \"items\": [%s]}".formatted(atomic, items);
    }

    private static String entry(Response project, String key, String kind, String amount) {
        return """
            {"nativeKey": "%s", "project": "%s", "kind": "%s", "amount": {"amount": %s}, "postedOn": "2026-07-31",
             "fundingLine": "FL-CIP-0412"}\
            """.formatted(key, ProjectStory.id(project), kind, amount);
    }
}
