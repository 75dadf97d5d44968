package city.c3po.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
class ForwardingTest extends RunningGateway {

    @Test
    void what_a_caller_claims_about_itself_is_dropped_and_what_is_true_is_said() {
        var claims = List.of(
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Prefix",
                "X-Forwarded-User",
                "Forwarded",
                "X-Real-IP",
                "X-User",
                "X-User-Id",
                "X-Remote-User",
                "Remote-User",
                "X-Client-Cert",
                "X-Authenticated-User",
                "X-Auth-Request-Email",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X-HTTP-Method-Override",
                "True-Client-IP",
                "X-Envoy-Internal");
        var headers =
                claims.stream().flatMap(name -> List.of(name, "evil").stream()).toArray(String[]::new);

        gateway.get("/v1/trees", with(headers));

        var seen = PARKS.lastSeen();
        assertEquals("127.0.0.1", seen.header("X-Forwarded-For"));
        assertEquals("http", seen.header("X-Forwarded-Proto"));
        assertEquals(address.getAuthority(), seen.header("X-Forwarded-Host"));
        assertFalse(seen.headers().values().stream().anyMatch(values -> values.contains("evil")), seen::toString);
    }

    @Test
    void headers_for_one_hop_stay_on_it() {
        gateway.statusLine("""
                GET /v1/trees HTTP/1.1\r
                Host: localhost\r
                %s: %s\r
                Connection: close, X-Secret, Authorization, Idempotency-Key\r
                Keep-Alive: timeout=5\r
                Proxy-Authorization: Basic eA==\r
                TE: trailers\r
                X-Secret: one hop only\r
                If-Match: "7"\r
                \r
                """.formatted(TOKEN[0], TOKEN[1]));

        var seen = PARKS.lastSeen();
        assertNull(seen.header("X-Secret"));
        assertNull(seen.header("Proxy-Authorization"));
        assertNull(seen.header("TE"));
        assertNull(seen.header("Keep-Alive"));
        assertEquals("\"7\"", seen.header("If-Match"));
        // Dropping the token because the caller says so would make a request of nobody from a request of somebody.
        assertEquals(TOKEN[1], seen.header("Authorization"));
    }

    @Test
    void a_well_formed_request_id_is_kept_and_goes_everywhere() {
        var answer = gateway.get("/v1/trees", with("X-Request-Id", "import-2026-000042"));

        assertEquals("import-2026-000042", PARKS.lastSeen().header("X-Request-Id"));
        assertEquals(List.of("import-2026-000042"), answer.headers().allValues("X-Request-Id"));
        var problem = gateway.get("/nothing", "X-Request-Id", "import-2026-000042");
        assertEquals(
                "import-2026-000042",
                problem.headers().firstValue("X-Request-Id").orElse(""));
        assertEquals("import-2026-000042", new JsonObject(problem.body()).getString("traceId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has a blank in it", "{\"json\":\"in the log\"}", "<script>alert(1)</script>"})
    void an_ill_formed_request_id_is_replaced(String id) {
        var answer = gateway.get("/v1/trees", with("X-Request-Id", id));

        var made = answer.headers().firstValue("X-Request-Id").orElse("");
        assertNotEquals(id, made);
        assertEquals(made, UUID.fromString(made).toString());
        assertEquals(made, PARKS.lastSeen().header("X-Request-Id"));
    }

    @Test
    void an_answer_has_one_request_id_even_if_the_service_sends_another() {
        PARKS.on("/v1/trees", exchange -> {
            exchange.getResponseHeaders().set("X-Request-Id", "the-service-made-this");
            SmallService.answer(exchange, 200, "{}");
        });

        var answer = gateway.get("/v1/trees", with("X-Request-Id", "the-caller-made-this"));

        assertEquals(List.of("the-caller-made-this"), answer.headers().allValues("X-Request-Id"));
    }

    @Test
    void a_trace_passes_and_names_problems() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        var parent = "00-" + trace + "-b7ad6b7169203331-01";

        gateway.get("/v1/trees", with("traceparent", parent, "tracestate", "a=b"));
        var problem = gateway.get("/nothing", "traceparent", parent);

        assertEquals(parent, PARKS.lastSeen().header("traceparent"));
        assertEquals("a=b", PARKS.lastSeen().header("tracestate"));
        assertEquals(trace, new JsonObject(problem.body()).getString("traceId"));
    }

    @Test
    void location_and_etag_come_back_and_the_service_does_not_tell_who_may_call_or_what_it_is() {
        PARKS.on("/v1/trees", exchange -> {
            var headers = exchange.getResponseHeaders();
            headers.set("Location", "/v1/trees/42");
            headers.set("ETag", "\"1.ab\"");
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set("Server", "Small/1.0");
            headers.set("Keep-Alive", "timeout=1");
            SmallService.answer(exchange, 201, "{}");
        });

        var answer = gateway.send("POST", "/v1/trees", TOKEN).headers();

        assertEquals("/v1/trees/42", answer.firstValue("Location").orElse(""));
        assertEquals("\"1.ab\"", answer.firstValue("ETag").orElse(""));
        for (var header : List.of("Access-Control-Allow-Origin", "Server", "Keep-Alive")) {
            assertTrue(answer.firstValue(header).isEmpty(), header);
        }
    }

    @Test
    void every_answer_carries_security_headers_and_none_about_transport_over_plain_http() {
        for (var answer : List.of(
                gateway.get("/v1/trees", TOKEN),
                gateway.get("/nothing"),
                gateway.get("/docs"),
                gateway.get("/openapi.json"))) {
            assertEquals(
                    "nosniff",
                    answer.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertEquals("DENY", answer.headers().firstValue("X-Frame-Options").orElse(""));
            assertEquals(
                    "no-referrer",
                    answer.headers().firstValue("Referrer-Policy").orElse(""));
            assertTrue(answer.headers().firstValue("Strict-Transport-Security").isEmpty());
        }
    }
}
