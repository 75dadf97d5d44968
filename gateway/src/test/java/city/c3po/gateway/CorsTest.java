package city.c3po.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
class CorsTest extends RunningGateway {

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void a_configured_origin_may_ask_and_call() {
        var preflight = gateway.send(
                "OPTIONS", "/v1/trees", "Origin", Neighbourhood.SPA, "Access-Control-Request-Method", "POST");
        var call = gateway.get("/v1/trees", with("Origin", Neighbourhood.SPA));

        assertEquals(204, preflight.statusCode());
        assertEquals(Neighbourhood.SPA, header(preflight, "Access-Control-Allow-Origin"));
        assertEquals("GET, HEAD, OPTIONS, POST", header(preflight, "Access-Control-Allow-Methods"));
        assertTrue(header(preflight, "Access-Control-Allow-Headers").contains("Idempotency-Key"));
        assertEquals(Neighbourhood.SPA, header(call, "Access-Control-Allow-Origin"));
        assertTrue(header(call, "Access-Control-Expose-Headers").contains("ETag"));
    }

    @Test
    void a_problem_can_be_read_by_the_front_end_too() {
        assertEquals(
                Neighbourhood.SPA,
                header(gateway.get("/v1/trees", "Origin", Neighbourhood.SPA), "Access-Control-Allow-Origin"));
    }

    @Test
    void no_other_origin_is_allowed_anything_and_caches_keep_them_apart() {
        for (var origin :
                List.of("http://evil.example", "null", Neighbourhood.SPA + ".evil.example", "https://localhost:5173")) {
            var preflight =
                    gateway.send("OPTIONS", "/v1/trees", "Origin", origin, "Access-Control-Request-Method", "POST");
            var call = gateway.get("/v1/trees", with("Origin", origin));

            for (var answer : List.of(preflight, call)) {
                assertTrue(
                        answer.headers().map().keySet().stream().noneMatch(name -> name.startsWith("access-control-")),
                        () -> origin + answer.headers());
                assertTrue(answer.headers().allValues("Vary").contains("Origin"));
            }
        }
    }
}
