package city.c3po.gateway;

import static city.c3po.gateway.Call.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.gateway.documents.ServiceDocuments;
import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One service here is dead when the gateway starts, and was never seen; its document came with the build. */
@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
@WithTestResource(BundledTest.Museum.class)
class BundledTest extends RunningGateway {
    @Inject
    ServiceDocuments documents;

    public static final class Museum implements QuarkusTestResourceLifecycleManager {
        private static final SmallService SERVICE =
                SmallService.start(Neighbourhood.document("1.1", "\"/v1/paintings\": {\"get\": {}}"));

        @Override
        public Map<String, String> start() {
            SERVICE.die();
            return Map.of("c3po.services.museum", SERVICE.url());
        }

        @Override
        public void stop() {
            SERVICE.die();
        }
    }

    private JsonObject source() {
        return new JsonObject(gateway.get("/openapi.json").body())
                .getJsonArray("x-sources").stream()
                        .map(JsonObject.class::cast)
                        .filter(source -> source.getString("service").equals("museum"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void is_routed_and_documented_from_the_start_and_replaced_once_it_lives() {
        assertEquals("bundled", source().getString("state"));
        assertEquals("1.0", source().getString("version"));
        assertNull(source().getString("fetchedAt"));
        assertTrue(gateway.get("/openapi/museum.json").body().contains("/v1/paintings"));
        assertProblem(503, "service-unreachable", gateway.get("/v1/paintings", TOKEN));

        Museum.SERVICE.rise();
        documents.refresh();

        assertEquals("live", source().getString("state"));
        assertEquals("1.1", source().getString("version"));
        assertEquals(200, gateway.get("/v1/paintings", TOKEN).statusCode());
    }

    @Test
    void what_it_tells_on_its_topic_is_documented_beside() {
        assertEquals(
                "c3po.museum.v1",
                new JsonObject(gateway.get("/asyncapi/museum.json").body())
                        .getJsonObject("channels")
                        .getJsonObject("events")
                        .getString("address"));
        assertProblem(404, "unknown-path", gateway.get("/asyncapi/parks.json"));
    }
}
