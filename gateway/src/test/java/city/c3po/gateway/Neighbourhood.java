package city.c3po.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The services behind the gateway under test. Tests steer them by {@link #parks} and {@link #roads}. */
public final class Neighbourhood implements QuarkusTestResourceLifecycleManager {
    static final String SPA = "http://localhost:5173";

    private static SmallService parks = SmallService.start(document("1.0", """
            "/v1/trees": {"get": {"operationId": "listTrees"}, "post": {"operationId": "plant"}},
            "/v1/trees/{id}": {"get": {"operationId": "tree"}, "put": {}, "delete": {}},
            "/v1/trees/batch": {"post": {}},
            "/v1/trees/{id}/history": {"get": {}},
            "/v1/uploads": {"post": {}},
            "/v1/small": {"post": {"x-max-body": 1000}},
            "/v1/news": {"get": {"responses": {"200": {"description": "", "content": {"text/event-stream": {}}}}}},
            "/v1/streams/{kind}": {"get": {}},
            "/public/v1/trees": {"get": {}},
            "/internal/trees": {"get": {}}"""));
    private static SmallService roads = SmallService.start(document("2.0", "\"/v1/roads\": {\"get\": {}}"));
    private static OddService odd = OddService.start(document("3.0", "\"/v1/odd/{way}\": {\"get\": {}, \"post\": {}}"));

    static SmallService parks() {
        return parks;
    }

    static SmallService roads() {
        return roads;
    }

    static String document(String version, String paths) {
        return """
                {"openapi": "3.1.0", "info": {"title": "t", "version": "%s"}, "paths": {%s}}
                """.formatted(version, paths);
    }

    @Override
    public Map<String, String> start() {
        parks.reset();
        roads.reset();
        return Map.ofEntries(
                Map.entry("c3po.services.parks", parks.url()),
                Map.entry("c3po.services.roads", roads.url()),
                Map.entry("c3po.services.odd", odd.url()),
                Map.entry("c3po.health.parks", parks.url()),
                Map.entry("c3po.health.roads", roads.url()),
                Map.entry("c3po.health.odd", odd.url()),
                Map.entry("c3po.spa.origins", SPA + ",https://front.example"),
                // Tests refresh when they want it, and do not want to wait half a minute for what takes too long.
                Map.entry("c3po.gateway.documents-every", "1h"),
                Map.entry("c3po.gateway.documents-retry", "1h"),
                Map.entry("c3po.gateway.max-body", "256M"),
                Map.entry("c3po.gateway.response-timeout", "1s"),
                Map.entry("c3po.gateway.wait-timeout", "60s"));
    }

    @Override
    public void stop() {
        // They live as long as the JVM: another test profile uses them again.
    }
}
