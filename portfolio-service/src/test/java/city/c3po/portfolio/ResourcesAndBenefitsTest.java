package city.c3po.portfolio;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.FINANCE;
import static city.c3po.portfolio.Http.HEAD;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.c3po.testing.Database;
import city.c3po.testing.SharesInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What projects take, and what comes back. */
@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class ResourcesAndBenefitsTest {
    @BeforeEach
    void referenceData() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
    }

    @Test
    void hard_allocations_stay_within_capacity_and_soft_ones_only_warn() throws Exception {
        var capacity = expect(201, create(HEAD, "/v1/capacity/DEP-PW/tester/2026-10", """
            {"owner": "%s", "fte": 1, "operationsHours": 76}\
            """.formatted(HEAD.subject())));
        // October 2026 has 22 working days
        assertEquals(100f, capacity.jsonPath().getFloat("hours"));
        var project = ProjectStory.registered("Staffed", PPM_2);
        assertEquals(
                "capacity-said",
                refused(
                        422,
                        post(PPM_2, hrefOf(project) + "/allocations", asked(10).replace("tester", "nobody"))));
        var first = confirmed(project, 80);
        assertEquals(0f, first.jsonPath().getFloat("gap.gapHours"));
        var second = confirmed(project, 40);
        assertEquals(20f, second.jsonPath().getFloat("gap.gapHours"));
        expect(200, verb(HEAD, first, "allocate", "{}"));
        var refused = expect(409, verb(HEAD, get(HEAD, hrefOf(second)), "allocate", "{}"))
                .jsonPath();
        assertEquals("within-capacity", refused.getString("code"));
        assertEquals(20f, refused.getFloat("gapHours"));
        assertEquals(0.2f, refused.getFloat("levers.addFte"));
        assertEquals("CONFIRMED", get(HEAD, hrefOf(second)).jsonPath().getString("state"));
        var forced = expect(
                200, verb(HEAD, get(HEAD, hrefOf(second)), "allocate", "{\"override\": \"The election cannot wait\"}"));
        assertEquals(20f, forced.jsonPath().getFloat("overHours"));
        var known = get(HEAD, hrefOf(capacity));
        assertEquals(120f, known.jsonPath().getFloat("hardHours"));
        assertEquals(
                "capacity-covers-hard",
                refused(409, put(HEAD, hrefOf(capacity), known.header("ETag"), """
                    {"owner": "%s", "fte": 1, "operationsHours": 77}\
                    """.formatted(HEAD.subject()))));
        // whatever a service believes, the database holds the line
        try (var connection = Database.current().asApp();
                var update = connection.prepareStatement("update allocation set over_hours = 0 where id = ?::uuid")) {
            update.setString(1, ProjectStory.id(second));
            assertThrows(SQLException.class, update::executeUpdate);
        }
    }

    @Test
    void what_came_back_is_reckoned_from_readings_and_from_finance() {
        var project = ProjectStory.registered("Returned", PPM_2);
        var program = expect(201, post(PPM, "/v1/programs", "{\"title\": \"Returns\"}"));
        expect(200, verb(PPM, get(PPM, hrefOf(project)), "place", """
            {"program": "%s", "from": "2026-01-01"}\
            """.formatted(ProjectStory.id(program))));
        var benefit = expect(201, post(PPM_2, hrefOf(project) + "/benefits", BENEFIT.formatted(HEAD.subject())));
        benefit = expect(200, verb(HEAD, benefit, "read-off", "{\"day\": \"2026-07-01\", \"value\": 20}"));
        benefit = expect(200, verb(HEAD, benefit, "read-off", "{\"day\": \"2026-07-11\", \"value\": 15}"));
        assertEquals(5000f, benefit.jsonPath().getFloat("realised.amount"));
        assertEquals("until-g6", refused(409, verb(HEAD, benefit, "close", "{\"comment\": \"Reached\"}")));
        var path = "/v1/portfolio-return?program=" + ProjectStory.id(program);
        var before = expect(200, get(PPM, path)).jsonPath();
        assertEquals("missing-input", before.getString("lines[0].returnOnInvestment.reason"));
        assertEquals(1, before.getInt("lines[0].investmentUnknown"));
        expect(200, post(FINANCE, "/v1/cost-entries/batch", """
            {"source": "finance", "items": [{"nativeKey": "R-%s", "project": "%s", "kind": "ACTUAL",
             "amount": {"amount": 4000.00}, "postedOn": "2026-07-31"}]}\
            """.formatted(
                        ProjectStory.id(project), ProjectStory.id(project))));
        var after = expect(200, get(PPM, path)).jsonPath();
        assertEquals(0.25f, after.getFloat("lines[0].returnOnInvestment.value"));
        assertEquals(4000f, after.getFloat("lines[0].invested.amount"));
    }

    private static final String BENEFIT = """
        {"title": "Faster answers", "measure": "Days until a request is closed", "unit": "days", "baseline": 20, "target": 5,
         "due": "2027-06-30", "owner": "%s", "worthPerUnitAndYear": {"amount": 36500.00}}\
        """;

    private static Response confirmed(Response project, int hours) {
        var planned = expect(201, post(PPM_2, hrefOf(project) + "/allocations", asked(hours)));
        return expect(200, verb(HEAD, expect(200, verb(PPM_2, planned, "request")), "confirm"));
    }

    private static String asked(int hours) {
        return """
            {"department": "DEP-PW", "role": "tester", "month": "2026-10", "hours": %d}\
            """.formatted(hours);
    }
}
