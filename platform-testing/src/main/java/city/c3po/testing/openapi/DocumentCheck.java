package city.c3po.testing.openapi;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a service documents of itself is what is committed, and shows an example of everything. */
public abstract class DocumentCheck {
    /** Other kinds of JSON are somebody else's formats. */
    private static final Set<String> OURS = Set.of("application/json", "application/merge-patch+json");

    protected abstract String key();

    /** One record or map per problem, with a member {@code code}. */
    protected abstract Collection<?> problems();

    @Test
    void the_document_is_the_one_committed() {
        OpenApiDrift.of(key()).check(document());
    }

    @Test
    void the_problem_codes_are_the_ones_committed() {
        ProblemCodes.of(key()).check(problems());
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
                .filter(content -> OURS.contains(content.getKey()))
                .filter(content -> !content.getValue().has("example"))
                .map(content -> operation.id() + " " + what);
    }

    private static String document() {
        return given().get("/q/openapi?format=json").asString();
    }
}
