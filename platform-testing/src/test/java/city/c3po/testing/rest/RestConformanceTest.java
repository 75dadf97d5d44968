package city.c3po.testing.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.Tokens;
import city.c3po.testing.http.LittleServer;
import city.c3po.testing.http.LittleServer.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No check of the suite is satisfied by a service that gives everybody the same answer. */
class RestConformanceTest {
    @ParameterizedTest
    @ValueSource(ints = {200, 500})
    void nothing_holds_for_a_service_that_always_answers(int status) throws IOException {
        var record = """
                {"id": "1", "title": "x", "state": "DRAFT", "items": [], "next": null, "allowedActions": []}""";
        assertEquals(List.of(), passed(new Response(status, "application/json", record, Map.of())));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404})
    void few_things_hold_for_a_service_that_always_refuses(int status) throws IOException {
        var refusal = Response.problem(status, "no");
        var passed = passed(new Response(
                status,
                refusal.mediaType(),
                refusal.body(),
                Map.of("WWW-Authenticate", "Bearer", "X-Request-Id", "x")));
        assertTrue(passed.size() < 20, () -> passed.size() + " " + passed);
        assertTrue(
                passed.stream().noneMatch(check -> check.contains("page") || check.contains("history verifies")),
                passed::toString);
    }

    private static List<String> passed(Response always) throws IOException {
        try (var server = LittleServer.start(request -> always)) {
            var passed = new ArrayList<String>();
            suite(server).every_request_is_answered_by_the_conventions().forEach(node -> run(node, passed));
            return passed;
        }
    }

    private static void run(DynamicNode node, List<String> passed) {
        switch (node) {
            case DynamicContainer container -> container.getChildren().forEach(child -> run(child, passed));
            case DynamicTest test -> {
                try {
                    test.getExecutable().execute();
                    passed.add(test.getDisplayName());
                } catch (Throwable expected) {
                    assertTrue(expected.getMessage() == null
                            || !expected.getMessage().isBlank());
                }
            }
            default -> throw new AssertionError("a new kind of node: " + node);
        }
    }

    private static RestConformance suite(LittleServer server) {
        return new RestConformance() {
            @Override
            protected String path() {
                return "/v1/things";
            }

            @Override
            protected String newBody(String title) {
                return "{\"title\": \"" + title + "\"}";
            }

            @Override
            protected Invalid invalid() {
                return new Invalid("{\"title\": \"\"}", Set.of("/title"));
            }

            @Override
            protected Transition transition() {
                return Transition.of("submit");
            }

            @Override
            protected Map<String, String> filter() {
                return Map.of("kind", "test");
            }

            @Override
            protected String creator() {
                return Tokens.as("submitter").token();
            }

            @Override
            protected String withoutRole() {
                return Tokens.as("resident").token();
            }

            @Override
            protected String stranger() {
                return Tokens.as("submitter-2").token();
            }

            @Override
            protected String baseUri() {
                return server.baseUri();
            }
        };
    }
}
