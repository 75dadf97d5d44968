package city.c3po.gateway;

import static city.c3po.gateway.Call.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
class RoutingTest extends RunningGateway {

    @Test
    void a_documented_request_reaches_its_service_unchanged() {
        var answer = gateway.get("/v1/trees/42?kind=oak&name=%C3%A4%20b", TOKEN);

        assertEquals(200, answer.statusCode());
        assertEquals("{\"from\":\"service\"}", answer.body());
        assertEquals("/v1/trees/42?kind=oak&name=%C3%A4%20b", PARKS.lastSeen().uri());
    }

    @Test
    void an_undocumented_path_reaches_nobody() {
        assertProblem(404, "unknown-path", gateway.get("/v1/nothing", TOKEN));
        assertProblem(404, "unknown-path", gateway.get("/v1/trees/42/more", TOKEN));
        assertProblem(404, "unknown-path", gateway.get("/v1/trees/", TOKEN));
        assertProblem(404, "unknown-path", gateway.get("/V1/trees", TOKEN));
        assertProblem(404, "unknown-path", gateway.get("/internal/trees"));
        assertProblem(404, "unknown-path", gateway.get("/q/openapi?format=json", TOKEN));
        assertProblem(404, "unknown-path", gateway.get("/q/health"));
        assertProblem(404, "unknown-path", gateway.get("/"));
        assertProblem(404, "unknown-path", gateway.send("OPTIONS", "/v1/nothing"));
        assertEquals(List.of(), PARKS.seen());
    }

    @Test
    void an_undocumented_method_is_told_the_documented_ones() {
        var answer = gateway.send("DELETE", "/v1/trees", TOKEN);

        assertProblem(405, "method-not-allowed", answer);
        assertEquals(
                "GET, HEAD, OPTIONS, POST", answer.headers().firstValue("Allow").orElse(""));
        assertProblem(405, "method-not-allowed", gateway.send("PROPFIND", "/v1/trees", TOKEN));
        assertProblem(405, "method-not-allowed", gateway.send("TRACE", "/public/v1/trees"));
        assertEquals(List.of(), PARKS.seen());
    }

    @Test
    void head_follows_get() {
        var answer = gateway.send("HEAD", "/v1/trees", TOKEN);

        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals("18", answer.headers().firstValue("Content-Length").orElse(""));
        assertEquals("HEAD", PARKS.lastSeen().method());
        assertEquals(405, gateway.send("HEAD", "/v1/trees/batch", TOKEN).statusCode());
    }

    @Test
    void options_are_answered_at_the_door_without_a_token() {
        var answer = gateway.send("OPTIONS", "/v1/trees/42");

        assertEquals(204, answer.statusCode());
        assertEquals(
                "DELETE, GET, HEAD, OPTIONS, PUT",
                answer.headers().firstValue("Allow").orElse(""));
        assertEquals(
                "GET, HEAD, OPTIONS",
                gateway.send("OPTIONS", "/docs").headers().firstValue("Allow").orElse(""));
        assertEquals(List.of(), PARKS.seen());
    }

    @Test
    void a_literal_segment_beats_a_template() {
        gateway.send("POST", "/v1/trees/batch", TOKEN);
        assertEquals("/v1/trees/batch", PARKS.lastSeen().uri());

        // Spelled with an escape it is the same literal to the service, and so it is to the gateway.
        assertProblem(405, "method-not-allowed", gateway.get("/v1/trees/%62atch", TOKEN));
        assertEquals(1, PARKS.seen().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/trees",
                "/v1//trees",
                "/v1/./trees",
                "/v1/../v1/trees",
                "/public/v1/../../v1/trees",
                "/public/../v1/trees",
                "/v1/trees/..;/trees",
                "/v1/trees;a=b",
                "/v1/trees/4;2",
                "/v1/trees/%2e%2e/trees",
                "/v1/trees/%2E",
                "/v1/trees/a%2fb",
                "/v1/trees/a%5Cb",
                "/v1/trees/a%3Bb",
                "/v1/trees/%252e%252e",
                "/v1/trees/a%00b",
                "/v1/trees/a%0d%0ab",
                "/v1/trees/a%zz",
                "/v1/trees/a%4",
                "/v1/trees/a%",
                "/v1/trees/%ff",
                "/v1/trees/%c0%af",
                "/v1/trees/%ed%a0%80",
                "/v1/trees/a\\b",
                "/v1/trees/a|b",
                "/v1/trees/a\u00e4b",
                "/v1/trees#x",
                "/v1/trees?q=\u00e4",
                "v1/trees",
                "http://elsewhere.example/v1/trees",
                "*",
            })
    void tricks_with_paths_reach_nobody(String target) {
        var answer = gateway.exchange("GET %s HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\nConnection: close\r\n\r\n"
                .formatted(target, TOKEN[0], TOKEN[1]));

        assertTrue(answer.startsWith("HTTP/1.1 400 ") || answer.startsWith("HTTP/1.1 404 "), answer);
        assertTrue(
                answer.contains("\"code\":\"malformed-path\"") || answer.contains("\"code\":\"unknown-path\""), answer);
        assertEquals(List.of(), PARKS.seen());
    }

    @Test
    void values_that_need_escapes_pass_as_they_are() {
        gateway.get("/v1/trees/a%20b%C3%A4%2B%3A", TOKEN);

        assertEquals("/v1/trees/a%20b%C3%A4%2B%3A", PARKS.lastSeen().uri());
    }

    @Test
    void a_problem_of_the_service_passes_unchanged() {
        var problem = "{\"type\":\"/problems/parks/four-eyes\",\"status\":409}";
        PARKS.on("/v1/trees/42", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.getResponseHeaders().set("Retry-After", "7");
            SmallService.answer(exchange, 409, problem);
        });

        var answer = gateway.get("/v1/trees/42", TOKEN);

        assertEquals(409, answer.statusCode());
        assertEquals(problem, answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("7", answer.headers().firstValue("Retry-After").orElse(""));
    }
}
