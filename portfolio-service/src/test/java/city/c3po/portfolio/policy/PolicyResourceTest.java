package city.c3po.portfolio.policy;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.ADMIN_2;
import static city.c3po.portfolio.Http.AUDITOR;
import static city.c3po.portfolio.Http.HEAD;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.portfolio.BusinessTime;
import city.c3po.portfolio.Charters;
import city.c3po.portfolio.LearningStory;
import city.c3po.portfolio.ProjectStory;
import city.c3po.testing.SharesInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class PolicyResourceTest {
    @BeforeEach
    void departments() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
        create(ADMIN, "/v1/departments/DEP-LIB", "{\"name\": \"Library\"}");
    }

    @Test
    void a_second_admin_adopts_and_each_department_acknowledges_once() {
        var draft = LearningStory.policy("two-admins");
        assertEquals("another-admin-adopts", refused(403, verb(ADMIN, draft, "adopt", LearningStory.adoption())));
        var late = "{\"departments\": [\"DEP-PW\"], \"acknowledgeBy\": \"%s\"}".formatted(BusinessTime.today());
        assertEquals("due-after-adoption", refused(422, verb(ADMIN_2, draft, "adopt", late)));
        var nowhere = LearningStory.adoption().replace("DEP-LIB", "DEP-NOWHERE");
        assertEquals("invalid-values", refused(422, verb(ADMIN_2, draft, "adopt", nowhere)));
        var adopted = expect(200, verb(ADMIN_2, draft, "adopt", LearningStory.adoption()));
        assertEquals(1, adopted.jsonPath().getInt("edition"));
        assertEquals("illegal-move", refused(409, patch(ADMIN, adopted, "{\"title\": \"Changed\"}")));

        var own = "{\"department\": \"DEP-PW\"}";
        assertEquals(
                "own-department-acknowledges",
                refused(403, verb(HEAD, adopted, "acknowledge", "{\"department\": \"DEP-LIB\"}")));
        var acknowledged = expect(200, verb(HEAD, adopted, "acknowledge", own));
        assertEquals("acknowledged-once", refused(409, verb(HEAD, acknowledged, "acknowledge", own)));
    }

    @Test
    void the_next_edition_supersedes_the_one_before() {
        var first = expect(200, verb(ADMIN_2, LearningStory.policy("editions"), "adopt", LearningStory.adoption()));
        var second = expect(200, verb(ADMIN_2, LearningStory.policy("editions"), "adopt", LearningStory.adoption()));
        assertEquals(2, second.jsonPath().getInt("edition"));
        assertEquals("SUPERSEDED", get(AUDITOR, hrefOf(first)).jsonPath().getString("state"));
        var inForce = get(AUDITOR, "/v1/policies?code=editions&state=ADOPTED").jsonPath();
        assertEquals(List.of(ProjectStory.id(second)), inForce.getList("items.id"));
        var draft = LearningStory.policy("editions");
        assertEquals("code-is-fixed", refused(422, patch(ADMIN, draft, "{\"code\": \"another\"}")));
    }

    @Test
    void what_is_not_acknowledged_in_time_is_found() {
        var soon = "{\"departments\": [\"DEP-PW\"], \"acknowledgeBy\": \"%s\"}"
                .formatted(BusinessTime.today().plusDays(1));
        expect(200, verb(ADMIN_2, LearningStory.policy("overdue"), "adopt", soon));
        assertEquals(0, found("overdue"));
        BusinessTime.advanceDays(2);
        Charters.await(
                PPM,
                "/v1/policies?code=overdue&overdueFor=DEP-PW",
                seen -> seen.jsonPath().getList("items").size() == 1);
    }

    @Test
    void an_exception_of_a_project_is_approved_by_somebody_else_until_a_day() {
        var project = ProjectStory.registered("Exception", PPM_2);
        var said =
                "{\"area\": \"DEPLOYMENT\", \"verdict\": \"EXCEPTION\", \"approver\": \"%s\", \"until\": \"2900-01-01\", \"reason\": \"The vendor is slow\"}";
        assertEquals(
                "exception-by-another",
                refused(422, verb(PPM_2, project, "record-compliance", said.formatted(PPM_2.subject()))));
        assertEquals(
                "exception-in-full",
                refused(
                        422,
                        verb(
                                PPM_2,
                                project,
                                "record-compliance",
                                "{\"area\": \"DEPLOYMENT\", \"verdict\": \"EXCEPTION\"}")));
        var recorded = expect(200, verb(PPM_2, project, "record-compliance", said.formatted(HEAD.subject())));
        recorded = expect(
                200,
                verb(PPM_2, recorded, "record-compliance", "{\"area\": \"DEPLOYMENT\", \"verdict\": \"COMPLIANT\"}"));
        assertEquals(List.of("COMPLIANT"), recorded.jsonPath().getList("compliance.verdict"));
    }

    private static int found(String code) {
        return expect(200, get(PPM, "/v1/policies?overdueFor=DEP-PW&code=" + code))
                .jsonPath()
                .getList("items")
                .size();
    }
}
