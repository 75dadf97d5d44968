package city.c3po.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.gateway.problem.GatewayProblem;
import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
class PagesTest extends RunningGateway {
    private static final Pattern LOADED = Pattern.compile("(?:src|<link[^>]*href)=\"([^\"]+)\"");

    @Test
    void the_documentation_loads_only_from_here_and_runs_no_script_of_its_page() {
        var page = gateway.get("/docs");

        assertEquals(200, page.statusCode());
        var policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'none'"), policy);
        assertFalse(policy.contains("unsafe") || policy.contains("http"), policy);
        assertFalse(page.body().contains("<script>") || page.body().contains("style="));
        var loaded = LOADED.matcher(page.body());
        var count = 0;
        while (loaded.find()) {
            var asset = gateway.get(loaded.group(1));
            assertEquals(200, asset.statusCode(), loaded.group(1));
            assertFalse(asset.body().isEmpty());
            count++;
        }
        assertEquals(5, count);
        assertTrue(gateway.get("/docs/start.js").body().contains("/openapi.json"));
    }

    @Test
    void pages_are_read_only_and_only_what_is_known_is_there() {
        assertEquals(405, gateway.send("POST", "/docs").statusCode());
        assertEquals(
                "GET, HEAD, OPTIONS",
                gateway.send("DELETE", "/health").headers().firstValue("Allow").orElse(""));
        assertEquals("", gateway.send("HEAD", "/docs").body());
        assertEquals(404, gateway.get("/docs/swagger-ui.js").statusCode());
        assertEquals(
                404, gateway.get("/webjars/swagger-ui/5.31.0/swagger-ui.css").statusCode());
    }

    @Test
    void every_problem_of_the_gateway_has_its_page() {
        var index = gateway.get("/problems");
        assertEquals(200, index.statusCode());
        for (var problem : GatewayProblem.values()) {
            var page = gateway.get(problem.type());
            assertEquals(200, page.statusCode(), problem.type());
            assertEquals(
                    "text/html;charset=UTF-8",
                    page.headers().firstValue("Content-Type").orElse(""));
            assertTrue(page.body().contains("<h1>" + problem.title() + "</h1>"), page.body());
            assertTrue(index.body().contains("href=\"" + problem.type() + "\""), problem.type());
        }
        assertEquals(200, gateway.get("/problems/gateway").statusCode());
    }

    @Test
    void problems_are_explained_as_they_are_answered() throws IOException {
        var answered = new TreeMap<String, String>();
        for (var problem : GatewayProblem.values()) {
            answered.put(problem.code(), problem.status() + " " + problem.title());
        }
        var explained = new TreeMap<String, String>();
        for (var code : new ObjectMapper().readTree(PagesTest.class.getResource("/problems/gateway.json"))) {
            explained.put(
                    code.path("code").asText(),
                    code.path("status") + " " + code.path("title").asText());
            assertTrue(code.path("meaning").asText().length() > 20
                    && code.path("whatToDo").asText().length() > 20);
        }
        assertEquals(answered, explained);
    }

    @Test
    void the_codes_of_a_service_have_their_pages_too_and_cannot_break_them() {
        assertTrue(gateway.get("/problems").body().contains("href=\"/problems/parks/tree-is-taken\""));
        var page = gateway.get("/problems/parks/tree-is-taken");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Trees &lt;b&gt;cannot&lt;/b&gt; be planted &amp; taken"), page.body());
    }

    @Test
    void an_unknown_problem_is_a_page_that_leads_on() {
        for (var path :
                new String[] {"/problems/gateway/none", "/problems/nobody", "/problems/parks/tree-is-taken/x"}) {
            var page = gateway.get(path);
            assertEquals(404, page.statusCode(), path);
            assertTrue(page.body().contains("href=\"/problems\""));
        }
    }

    @Test
    void a_page_has_headings_a_language_and_a_title() {
        for (var path : Map.of("/problems", "Problems", "/problems/gateway/internal", "The gateway failed")
                .entrySet()) {
            var body = gateway.get(path.getKey()).body();
            assertTrue(body.contains("<html lang=\"en\">") && body.contains("<main>"), body);
            assertTrue(body.contains("<title>" + path.getValue() + " · C3PO Suite</title>"), body);
        }
    }
}
