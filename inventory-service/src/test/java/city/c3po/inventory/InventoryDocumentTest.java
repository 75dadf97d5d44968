package city.c3po.inventory;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.platform.web.ProblemCatalogue;
import city.c3po.testing.WithInfra;
import city.c3po.testing.openapi.ApiDocument;
import city.c3po.testing.openapi.OpenApiDrift;
import city.c3po.testing.openapi.Operation;
import city.c3po.testing.openapi.ProblemCodes;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class InventoryDocumentTest {
    @Inject
    ProblemCatalogue problems;

    @Test
    void the_document_is_the_one_committed() {
        OpenApiDrift.of("inventory").check(document());
    }

    @Test
    void the_problem_codes_are_the_ones_committed() {
        ProblemCodes.of("inventory").check(problems.entries());
    }

    @Test
    void every_operation_shows_what_is_sent_and_what_is_answered() {
        var without = ApiDocument.parse(document()).operations().stream()
                .flatMap(operation -> Stream.concat(
                        shown(operation, "request", operation.node().path("requestBody")),
                        Stream.of("200", "201")
                                .flatMap(status -> shown(
                                        operation,
                                        status,
                                        operation.node().path("responses").path(status)))))
                .toList();
        assertEquals(List.of(), without);
    }

    private static Stream<String> shown(Operation operation, String what, JsonNode owner) {
        return owner.path("content").properties().stream()
                .filter(content ->
                        content.getKey().endsWith("json") && !content.getKey().endsWith("ndjson"))
                .filter(content -> !content.getValue().has("example"))
                .map(content -> operation.id() + " " + what);
    }

    private static String document() {
        return given().get("/q/openapi?format=json").asString();
    }
}
