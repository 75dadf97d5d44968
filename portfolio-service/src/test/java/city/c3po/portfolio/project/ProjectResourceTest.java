package city.c3po.portfolio.project;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.FINANCE;
import static city.c3po.portfolio.Http.HEAD;
import static city.c3po.portfolio.Http.OPERATOR;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.portfolio.Http.PROCUREMENT;
import static city.c3po.portfolio.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.portfolio.Charters;
import city.c3po.portfolio.ProjectStory;
import city.c3po.portfolio.Story;
import city.c3po.testing.Database;
import city.c3po.testing.SharesInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class ProjectResourceTest {
    @BeforeEach
    void referenceData() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
        create(ADMIN, "/v1/departments/DEP-LIB", "{\"name\": \"Library\"}");
    }

    @Test
    void planning_is_refused_until_the_charter_of_this_project_is_committed() {
        var project = ProjectStory.registered("Needs a charter", PPM_2);
        assertEquals("charter-committed", refused(409, verb(PPM_2, project, "start-planning")));
        try (var charters = new Charters()) {
            var other = ProjectStory.registered("Another", PPM_2);
            charters.of(id(other), "CHA-2026-0100").says("committed");
            Charters.await(PPM, hrefOf(other), seen -> seen.jsonPath().getBoolean("gates[0].criteria[0].met"));
            assertEquals("charter-committed", refused(409, verb(PPM_2, get(PPM, hrefOf(project)), "start-planning")));

            charters.of(id(project), "CHA-2026-0101").says("committed").repeats("committed");
            var committed = Charters.await(
                    PPM, hrefOf(project), seen -> seen.jsonPath().getBoolean("gates[0].criteria[0].met"));
            assertEquals("CHA-2026-0101", committed.jsonPath().getString("gates[0].criteria[0].evidence"));
            var refusal = expect(409, verb(PPM_2, committed, "start-planning")).jsonPath();
            assertEquals("gate-open", refusal.getString("code"));
            assertEquals("CLOSED", refusal.getString("gateState"));
            var open = ProjectStory.open(committed, "G1", null);
            assertEquals(
                    "PLANNING",
                    expect(200, verb(PPM_2, open, "start-planning")).jsonPath().getString("state"));
        }
    }

    @Test
    void a_charter_of_a_project_that_is_not_here_is_passed_over_and_holds_nothing_back() {
        var project = ProjectStory.registered("After a stranger", PPM_2);
        try (var charters = new Charters()) {
            charters.of(UUID.randomUUID().toString(), "CHA-2026-0200").says("committed");
            charters.of(id(project), "CHA-2026-0201").says("committed");
            Charters.await(PPM, hrefOf(project), seen -> seen.jsonPath().getBoolean("gates[0].criteria[0].met"));
        }
        assertEquals(
                List.of(),
                expect(200, get(OPERATOR, "/v1/portfolio-parked-events"))
                        .jsonPath()
                        .getList("items"));
    }

    @Test
    void a_delegated_initiative_becomes_a_project_once_however_many_ask_at_the_same_time() throws Exception {
        for (int round = 0; round < 3; round++) {
            var delegated = expect(200, verb(PPM, Story.submitted(Story.MINOR.formatted("Once")), "delegate"));
            var answers =
                    atOnce(() -> verb(PPM, delegated, "convert", "{}"), () -> verb(PPM_2, delegated, "convert", "{}"));
            assertEquals(
                    Set.of(200, 412),
                    new HashSet<>(answers.stream().map(Response::statusCode).toList()));
            var projects = get(PPM, "/v1/projects?initiative=" + id(delegated)).jsonPath();
            assertEquals(1, projects.getList("items").size());
            assertEquals("LITE", projects.getString("items[0].tier"));
            assertEquals(id(delegated), projects.getString("items[0].initiative.id"));
        }
    }

    @Test
    void nobody_converts_what_they_wrote_and_nothing_that_is_undecided() {
        var both = SUBMITTER.roles("submitter", "portfolio-manager");
        var triaged = Story.submitted(Story.MINOR.formatted("Undecided"));
        assertEquals("illegal-move", refused(409, verb(PPM, triaged, "convert", "{}")));
        var delegated = expect(200, verb(PPM, triaged, "delegate"));
        assertEquals("four-eyes", refused(403, verb(both, delegated, "convert", "{}")));
    }

    @Test
    void an_initiative_becomes_several_projects_and_closes_after_them() {
        var delegated = expect(200, verb(PPM, Story.submitted(Story.MINOR.formatted("Two parts")), "delegate"));
        var converted = expect(200, verb(PPM, delegated, "convert", """
                {"projects": [{"title": "Part one", "budget": {"amount": 60000.00}}, {"title": "Part two"}]}"""));
        assertEquals(2, converted.jsonPath().getList("projects").size());
        assertEquals("projects-done", refused(409, verb(PPM, converted, "close")));
        for (var href : converted.jsonPath().getList("projects.href", String.class)) {
            expect(200, verb(PPM, get(PPM, href), "cancel", "{\"reason\": \"Not needed\"}"));
        }
        assertEquals(
                "CLOSED", expect(200, verb(PPM, converted, "close")).jsonPath().getString("state"));
    }

    @Test
    void a_forecast_across_the_line_holds_the_gate_until_a_second_person_answers() {
        var delegated = expect(200, verb(PPM, Story.submitted(Story.MINOR.formatted("Grows")), "delegate"));
        var converted = expect(
                200, verb(PPM, delegated, "convert", "{\"projects\": [{\"ppm\": \"%s\"}]}".formatted(PPM.subject())));
        var project = get(PPM, converted.jsonPath().getString("projects[0].href"));
        var exact = expect(
                200, verb(PPM, project, "forecast", "{\"cost\": {\"amount\": 500000.00}, \"finish\": \"2026-12-31\"}"));
        assertNull(exact.jsonPath().get("reclassification"));
        var crossed = expect(
                200, verb(PPM, exact, "forecast", "{\"cost\": {\"amount\": 500000.01}, \"finish\": \"2026-12-31\"}"));
        assertEquals("STANDARD", crossed.jsonPath().getString("reclassification.to"));
        var named = ProjectStory.gate(
                crossed,
                PPM,
                "G2",
                "name-approvers",
                "{\"mode\": \"ALL\", \"people\": [\"%s\"]}".formatted(HEAD.subject()));
        assertEquals("reclassification-answered", refused(409, verb(PPM, named, "gates/G2/submit")));
        var no = "{\"accepted\": false, \"reason\": \"It is fine\"}";
        assertEquals("second-person-answers", refused(403, verb(PPM, named, "answer-reclassification", no)));
        var yes = "{\"accepted\": true, \"reason\": \"So it is\"}";
        var answered = expect(200, verb(PPM_2, named, "answer-reclassification", yes));
        assertEquals("STANDARD", answered.jsonPath().getString("tier"));
        expect(200, verb(PPM, answered, "gates/G2/submit"));
    }

    @Test
    void programs_form_no_ring_however_many_place_them_at_the_same_time() throws Exception {
        for (int round = 0; round < 3; round++) {
            var one = program("One");
            var other = program("Other");
            var answers = atOnce(
                    () -> verb(PPM, one, "place", "{\"program\": \"%s\"}".formatted(id(other))),
                    () -> verb(PPM, other, "place", "{\"program\": \"%s\"}".formatted(id(one))));
            assertEquals(
                    Set.of(200, 409),
                    new HashSet<>(answers.stream().map(Response::statusCode).toList()));
        }
        var top = program("Top");
        var middle = expect(200, verb(PPM, program("Middle"), "place", "{\"program\": \"%s\"}".formatted(id(top))));
        var low = expect(200, verb(PPM, program("Low"), "place", "{\"program\": \"%s\"}".formatted(id(middle))));
        assertEquals("no-cycle", refused(409, verb(PPM, top, "place", "{\"program\": \"%s\"}".formatted(id(low)))));
        assertEquals("no-cycle", refused(409, verb(PPM, top, "place", "{\"program\": \"%s\"}".formatted(id(top)))));
    }

    @Test
    void the_database_itself_refuses_a_ring_and_a_second_parent() throws Exception {
        var one = program("Raw one");
        var other = expect(200, verb(PPM, program("Raw other"), "place", "{\"program\": \"%s\"}".formatted(id(one))));
        try (var connection = Database.current().asApp();
                var ring = connection.prepareStatement(
                        "update program set memberships = jsonb_build_array(jsonb_build_object('program',"
                                + " jsonb_build_object('id', ?), 'from', '2020-01-01', 'until', null)) where id = ?::uuid");
                var twice = connection.prepareStatement(
                        "insert into membership (kind, child, program, valid) values ('program', ?::uuid, ?::uuid,"
                                + " daterange('2020-01-01', null))")) {
            ring.setString(1, id(other));
            ring.setString(2, id(one));
            assertEquals(
                    "23P01",
                    assertThrows(SQLException.class, ring::executeUpdate).getSQLState());
            twice.setString(1, id(other));
            twice.setString(2, id(one));
            assertEquals(
                    "23P01",
                    assertThrows(SQLException.class, twice::executeUpdate).getSQLState());
        }
    }

    @Test
    void a_program_closes_when_nothing_inside_is_open() {
        var program = program("Closing");
        var project = ProjectStory.registered("Inside", PPM_2);
        expect(200, verb(PPM, project, "place", "{\"program\": \"%s\"}".formatted(id(program))));
        assertEquals("nothing-open-inside", refused(409, verb(PPM, program, "close")));
        expect(200, verb(PPM, get(PPM, hrefOf(project)), "cancel", "{\"reason\": \"Done elsewhere\"}"));
        var closed = expect(200, verb(PPM, program, "close"));
        var late = ProjectStory.registered("Too late", PPM_2);
        assertEquals(
                "program-active",
                refused(409, verb(PPM, late, "place", "{\"program\": \"%s\"}".formatted(id(closed)))));
        assertEquals(
                "not-placed-ahead",
                refused(422, verb(PPM, late, "place", "{\"program\": null, \"from\": \"2999-01-01\"}")));
    }

    @Test
    void a_roll_up_counts_each_leaf_once_and_tells_what_it_does_not_know() {
        var top = program("Roll-up");
        var low = expect(200, verb(PPM, program("Below"), "place", "{\"program\": \"%s\"}".formatted(id(top))));
        for (var in : List.of(top, low, low)) {
            var project = expect(201, post(PPM, "/v1/projects", """
                    {"title": "Leaf", "sponsoringDepartment": "DEP-PW", "budget": {"amount": 100000.10}}"""));
            expect(200, verb(PPM, project, "place", "{\"program\": \"%s\"}".formatted(id(in))));
        }
        var unknown = expect(
                201, post(PPM, "/v1/projects", "{\"title\": \"No budget\", \"sponsoringDepartment\": \"DEP-PW\"}"));
        expect(200, verb(PPM, unknown, "place", "{\"program\": \"%s\"}".formatted(id(top))));

        var sum = expect(200, get(PPM, hrefOf(top) + "/rollup")).jsonPath();
        assertEquals(4, sum.getInt("projects"));
        assertEquals(1, sum.getInt("budgetUnknown"));
        assertEquals(4, sum.getInt("forecastUnknown"));
        assertEquals(
                "300000.30",
                get(PPM, hrefOf(top) + "/rollup")
                        .asString()
                        .replaceAll("(?s).*\"budget\":\\{\"amount\":([0-9.]+).*", "$1"));
        assertNull(sum.get("amounts[0].forecast"));
        assertEquals(Map.of(id(top), 4, id(low), 2), branches(sum));
        var before =
                expect(200, get(PPM, hrefOf(top) + "/rollup?on=2020-01-01")).jsonPath();
        assertEquals(0, before.getInt("projects"));
    }

    private static Map<String, Integer> branches(io.restassured.path.json.JsonPath sum) {
        var branches = new HashMap<String, Integer>();
        for (int n = 0; n < sum.getList("programs").size(); n++) {
            branches.put(sum.getString("programs[" + n + "].program.id"), sum.getInt("programs[" + n + "].projects"));
        }
        return branches;
    }

    @Test
    void five_thousand_projects_are_added_up_by_one_query() throws Exception {
        var top = program("Five thousand");
        try (var connection = Database.current().asApp();
                var insert = connection.prepareStatement("""
                        insert into project (id, version, access, number, state, tier, plan, part, memberships, products,
                                             gates, authors, created_by, created_at)
                        select gen_random_uuid(), 1, '{"classification": "INTERNAL", "departments": [], "people": [],
                               "vendor": null, "bodies": [], "sources": []}', 'MASS-' || n, 'PLANNING', 'LITE',
                               jsonb_build_object('title', 'Mass ' || n, 'sponsoringDepartment', 'DEP-PW', 'sampleData', false,
                                   'budget', jsonb_build_object('amount', 100.01, 'currency', 'USD'),
                                   'externalRefs', '[]'::jsonb), 0,
                               '[]', '[]', '{"all": []}', '[]', 'mass', now() + interval '2 years'
                        from generate_series(1, 5000) n""");
                var place = connection.prepareStatement("""
                        insert into membership (kind, child, program, valid)
                        select 'project', id, ?::uuid, daterange('2020-01-01', null) from project where created_by = 'mass'""")) {
            assertEquals(5000, insert.executeUpdate());
            place.setString(1, id(top));
            assertEquals(5000, place.executeUpdate());
        }
        var sum = expect(200, get(PPM, hrefOf(top) + "/rollup"));
        assertEquals(5000, sum.jsonPath().getInt("projects"));
        assertTrue(sum.asString().contains("500050.00"), sum.asString());
        try (var connection = Database.current().asApp();
                var delete = connection.createStatement()) {
            delete.executeUpdate("delete from membership where program = '" + id(top) + "'");
            delete.executeUpdate("delete from project where created_by = 'mass'");
        }
    }

    @Test
    void a_system_puts_its_projects_by_its_own_key() {
        var path = "/v1/projects/by-ref/finance/P-1";
        var body = "{\"title\": \"%s\", \"sponsoringDepartment\": \"DEP-PW\"}";
        var created = expect(201, put(FINANCE, path, null, body.formatted("Fed")));
        var again = expect(200, put(FINANCE, path, null, body.formatted("Fed")));
        assertEquals(created.header("ETag"), again.header("ETag"));
        assertEquals("own-source", refused(403, put(PROCUREMENT, path, null, body.formatted("Mine"))));
        assertEquals("not-found", refused(404, get(PROCUREMENT, hrefOf(created))));
        assertEquals("tier-is-fixed", refused(422, patch(PPM, created, "{\"tier\": \"MAJOR\"}")));
    }

    @Test
    void unknown_departments_gates_and_products_are_told() {
        var body = "{\"title\": \"Astray\", \"sponsoringDepartment\": \"DEP-NOWHERE\"}";
        assertEquals("invalid-values", refused(422, post(PPM, "/v1/projects", body)));
        var project = ProjectStory.registered("Astray", PPM_2);
        assertEquals("not-found", refused(404, verb(PPM, project, "gates/G7/submit")));
        assertEquals(
                "known-product",
                refused(
                        422,
                        verb(PPM, project, "name-products", "{\"products\": [\"%s\"]}".formatted(UUID.randomUUID()))));
        assertEquals(
                "known-program",
                refused(422, verb(PPM, project, "place", "{\"program\": \"%s\"}".formatted(UUID.randomUUID()))));
        assertEquals(
                "known-gate-criterion",
                refused(422, verb(PPM, project, "gates/G2/criteria/none/meet", "{\"evidence\": \"e\"}")));
    }

    private static Response program(String title) {
        return expect(201, post(PPM, "/v1/programs", "{\"title\": \"%s\"}".formatted(title)));
    }

    private static String id(Response seen) {
        return seen.jsonPath().getString("id");
    }

    @SafeVarargs
    private static List<Response> atOnce(Callable<Response>... requests)
            throws InterruptedException, ExecutionException {
        try (var clients = Executors.newFixedThreadPool(requests.length)) {
            var answers = new ArrayList<Response>();
            for (Future<Response> pending : clients.invokeAll(List.of(requests))) {
                answers.add(pending.get());
            }
            return answers;
        }
    }
}
