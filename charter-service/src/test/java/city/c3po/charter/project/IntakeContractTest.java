package city.c3po.charter.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.charter.Portfolio;
import city.c3po.testing.WithInfra;
import city.c3po.testing.contract.Contracts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What portfolio promises is what is taken here. */
@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class IntakeContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Projects projects;

    @Inject
    CityDays days;

    @Test
    void every_example_of_a_project_is_taken() {
        var types = Contracts.of("portfolio").types().stream()
                .filter(type -> type.startsWith("city.c3po.project."))
                .toList();
        assertFalse(types.isEmpty());
        for (var type : types) {
            var state = state(type);
            var id = UUID.randomUUID().toString();
            ((ObjectNode) state).put("id", id);
            Portfolio.tell("project", type.split("\\.")[3], id, 1, state.toString());
            Portfolio.awaitProject(id, 1);
            var taken = QuarkusTransaction.requiringNew().call(() -> projects.known(id));
            assertEquals(state.path("number").textValue(), taken.number(), type);
            assertEquals(state.path("tier").textValue(), taken.tierOrMost().name(), type);
            assertTrue(
                    taken.departments()
                            .contains(state.path("sponsoringDepartment").textValue()),
                    type);
        }
    }

    @Test
    void heads_and_holidays_are_known() {
        var department = state("city.c3po.department.recorded.v1");
        var code = "DEP-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Portfolio.tell("department", "recorded", code, 1, department.toString());
        var calendar = state("city.c3po.calendar.recorded.v1");
        Portfolio.tell("calendar", "recorded", "CITY-" + code, 1, calendar.toString());
        Portfolio.await(
                "the calendar",
                () -> Portfolio.count("select count(*) from known_calendar where code = 'CITY-" + code + "'") == 1);
        assertEquals(
                department.path("head").textValue(),
                QuarkusTransaction.requiringNew()
                        .call(() -> projects.heads(List.of(code)).get(code)));
        assertFalse(QuarkusTransaction.requiringNew()
                .call(() -> days.calendar().isBusinessDay(LocalDate.of(2026, 12, 25))));
    }

    private static JsonNode state(String type) {
        try {
            return JSON.readTree(Contracts.of("portfolio").example(type)).path("state");
        } catch (JsonProcessingException e) {
            throw new AssertionError(type, e);
        }
    }
}
