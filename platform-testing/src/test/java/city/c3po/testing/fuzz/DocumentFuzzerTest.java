package city.c3po.testing.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.http.LittleServer;
import city.c3po.testing.http.LittleServer.Behaviour;
import city.c3po.testing.http.LittleServer.Response;
import city.c3po.testing.openapi.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DocumentFuzzerTest {
    @Test
    void a_good_service_passes() {
        assertDoesNotThrow(() -> fuzz(Things::answer));
    }

    @Test
    void a_planted_500_is_found_with_a_command_that_repeats_it() {
        var found = findings(request ->
                request.body().contains("\\u0000") ? Response.problem(500, "internal-error") : Things.answer(request));
        assertTrue(found.contains("the service broke"), found);
        assertTrue(found.contains("curl -i -X POST"), found);
        assertTrue(found.contains("a\\\\u0000b"), found);
    }

    @Test
    void a_status_that_is_not_documented_is_found() {
        var found = findings(request -> request.query().contains("noSuchParameter")
                ? Response.problem(409, "conflict")
                : Things.answer(request));
        assertTrue(found.contains("not 409"), found);
    }

    @Test
    void an_unknown_member_that_is_swallowed_is_found() {
        var found = findings(
                request -> request.body().contains("noSuchMember") ? Response.json(201, "{}") : Things.answer(request));
        assertTrue(found.contains("nonsense was accepted"), found);
    }

    @Test
    void an_error_of_another_shape_is_found() {
        for (var body : List.of("Bad Request", "{}", "{\"status\": 400}", "{\"details\": \"x\"}")) {
            var found = findings(request -> refusing(Things.answer(request), body, "application/problem+json"));
            assertTrue(found.contains("no "), found);
        }
        var html = findings(request -> refusing(Things.answer(request), "<h1>No</h1>", "text/html"));
        assertTrue(html.contains("not application/problem+json but text/html"), html);
    }

    @Test
    void an_answer_that_tells_something_internal_is_found() {
        for (var leak : List.of(
                "at city.c3po.portfolio.Intake.submit(Intake.java:42)",
                "java.lang.IllegalStateException: no",
                "Cannot deserialize value of type city.c3po.portfolio.Money",
                "ERROR: duplicate key value violates unique constraint",
                "select i1_0.id from initiative")) {
            var found = findings(request -> {
                var answer = Things.answer(request);
                return refusing(answer, answer.body().replace("Do better.", leak), answer.mediaType());
            });
            assertTrue(found.contains("tells something internal"), leak + "\n" + found);
        }
    }

    @Test
    void a_service_that_breaks_for_good_is_found() {
        var broken = new AtomicBoolean();
        var found = findings(request -> {
            if (request.body().contains("script")) {
                broken.set(true);
            }
            return broken.get()
                            && request.path().equals("/v1/things")
                            && request.method().equals("GET")
                    ? Response.problem(400, "bad-parameter")
                    : Things.answer(request);
        });
        assertTrue(found.contains("can be read no more"), found);
    }

    @Test
    void a_run_that_reads_nothing_fails() {
        var found = findings(request -> Response.problem(404, "not-found"));
        assertTrue(found.contains("nothing would be learnt"), found);
    }

    @Test
    void the_same_seed_sends_the_same_requests() throws IOException {
        assertEquals(requests(), requests());
    }

    private static List<String> requests() throws IOException {
        var seen = new ConcurrentLinkedQueue<String>();
        fuzz(request -> {
            seen.add(request.method()
                    + request.path()
                    + request.query()
                    + request.body().hashCode());
            return Things.answer(request);
        });
        return List.copyOf(seen);
    }

    private static Response refusing(Response answer, String body, String mediaType) {
        return answer.status() < 400 ? answer : new Response(answer.status(), mediaType, body, Map.of());
    }

    private static String findings(Behaviour behaviour) {
        return assertThrows(AssertionError.class, () -> fuzz(behaviour)).getMessage();
    }

    private static void fuzz(Behaviour behaviour) throws IOException {
        try (var server = LittleServer.start(behaviour)) {
            new DocumentFuzzer() {
                @Override
                protected Optional<String> bearer(Operation operation) {
                    return Optional.empty();
                }

                @Override
                protected Map<String, String> pathParameters(Operation operation) {
                    return Map.of("id", Things.ID);
                }

                @Override
                protected String baseUri() {
                    return server.baseUri();
                }

                @Override
                protected String document() {
                    return Things.DOCUMENT;
                }

                @Override
                protected int attacksPerOperation() {
                    return 1_000;
                }
            }.whatever_is_sent_is_answered_as_documented();
        }
    }
}
