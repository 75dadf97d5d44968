package city.c3po.portfolio.triage;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.portfolio.ProjectStory;
import city.c3po.portfolio.Story;
import city.c3po.testing.Database;
import city.c3po.testing.SharesInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class SimulationResourceTest {
    private static final int MANY = 10_000;

    @Test
    void ten_thousand_initiatives_are_tried_and_exactly_those_are_named_whose_class_changes() throws Exception {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
        var seed = Story.submitted(Story.MINOR.formatted("Seed of many"));
        try (var connection = Database.current().asApp();
                var copies = connection.prepareStatement("""
                        insert into initiative (id, version, access, number, state, proposal, revision, triage, authors, comments,
                                                created_by, created_at, submitted_at)
                        select gen_random_uuid(), 1, access, 'SIM-' || lpad(n::text, 6, '0'), 'TRIAGED', proposal, 1,
                               jsonb_set(triage, '{inputs,oneTimeCost,0,likely,amount}', to_jsonb(n * 10)), authors, comments,
                               'simulation', created_at, submitted_at
                        from initiative, generate_series(1, ?) n where id = ?::uuid""")) {
            copies.setInt(1, MANY);
            copies.setString(2, ProjectStory.id(seed));
            assertEquals(MANY, copies.executeUpdate());
        }
        var draft = expect(201, post(ADMIN, "/v1/triage-policies", """
                {"title": "A lower line", "effectiveFrom": "2099-07-01",
                 "thresholds": {"cost": {"amount": 99000.00}, "departments": 1, "months": 12, "profile": []}}"""));
        var tried = expect(200, post(ADMIN, hrefOf(draft) + "/simulate", "")).jsonPath();
        // 10, 20 … 100,000: those above 99,000 would be major; 99,000 itself is not
        var named = tried.getList(
                "changes.findAll { it.initiative.number.startsWith('SIM-') }.initiative.number", String.class);
        assertEquals(
                IntStream.rangeClosed(9_901, MANY)
                        .mapToObj("SIM-%06d"::formatted)
                        .toList(),
                named);
        assertTrue(tried.getInt("initiatives") >= MANY);
        assertEquals(tried.getList("changes").size(), tried.getInt("changed"));
        assertEquals(
                Set.of("MINOR"),
                Set.copyOf(tried.getList(
                        "changes.findAll { it.initiative.number.startsWith('SIM-') }.from", String.class)));
        // nothing changed
        var again = expect(200, post(ADMIN, hrefOf(draft) + "/simulate", "")).jsonPath();
        assertEquals(tried.getInt("changed"), again.getInt("changed"));
        try (var connection = Database.current().asApp();
                var delete = connection.createStatement()) {
            delete.executeUpdate("delete from initiative where created_by = 'simulation'");
        }
    }
}
