package city.c3po.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.gateway.documents.ServiceDocuments;
import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
class DocumentsTest extends RunningGateway {
    private static final Duration BOUND = Duration.ofSeconds(20);

    @Inject
    ServiceDocuments documents;

    @BeforeEach
    void allIsWell() {
        documents.refresh();
    }

    private JsonNode aggregate() throws IOException {
        var answer = gateway.get("/openapi.json");
        assertEquals(200, answer.statusCode());
        return new ObjectMapper().readTree(answer.body());
    }

    private JsonNode source(String service) throws IOException {
        for (var source : aggregate().path("x-sources")) {
            if (source.path("service").asText().equals(service)) {
                return source;
            }
        }
        throw new AssertionError("no source " + service);
    }

    private JsonNode health(String service) throws IOException {
        for (var each :
                new ObjectMapper().readTree(gateway.get("/health").body()).path("services")) {
            if (each.path("service").asText().equals(service)) {
                return each.path("document");
            }
        }
        throw new AssertionError("no health of " + service);
    }

    @Test
    void the_aggregate_has_all_services_and_says_where_it_is_from() throws IOException {
        var tree = aggregate();

        assertEquals(
                "parks_listTrees", tree.at("/paths/~1v1~1trees/get/operationId").asText());
        assertTrue(tree.path("paths").has("/v1/roads") && tree.path("paths").has("/v1/odd/{way}"));
        assertFalse(tree.path("paths").has("/internal/trees"));
        assertEquals("live", source("parks").path("state").asText());
        assertEquals("1.0", source("parks").path("version").asText());
        assertEquals(64, source("parks").path("digest").asText().length());
        assertTrue(source("parks").path("fetchedAt").asText().endsWith("Z"));
        assertEquals("[\"/internal/trees\"]", health("parks").path("notRouted").toString());
    }

    @Test
    void yaml_says_the_same_as_json() throws IOException {
        assertEquals(
                aggregate(),
                new YAMLMapper().readTree(gateway.get("/openapi.yaml").body()));
    }

    @Test
    void a_services_own_document_passes_byte_for_byte() {
        var answer = Call.send(
                gateway.request("GET", "/openapi/parks.json", BodyPublishers.noBody()), BodyHandlers.ofByteArray());

        assertArrayEquals(PARKS.document().getBytes(StandardCharsets.UTF_8), answer.body());
        assertEquals(404, gateway.get("/openapi/nobody.json").statusCode());
    }

    @Test
    void who_has_a_document_is_answered_304_until_it_changes() {
        for (var path : new String[] {"/openapi.json", "/openapi.yaml", "/openapi/parks.json"}) {
            var tag = gateway.get(path).headers().firstValue("ETag").orElseThrow();
            var again = gateway.get(path, "If-None-Match", "\"other\", W/" + tag);
            assertEquals(304, again.statusCode(), path);
            assertEquals("", again.body());
            assertEquals(tag, again.headers().firstValue("ETag").orElse(""));

            PARKS.publishes(Neighbourhood.document("1.1", "\"/v1/trees\": {\"get\": {}}"));
            documents.refresh();
            var changed = gateway.get(path, "If-None-Match", tag);
            assertEquals(200, changed.statusCode(), path);
            assertNotEquals(tag, changed.headers().firstValue("ETag").orElse(""));

            PARKS.reset();
            documents.refresh();
        }
    }

    @Test
    void routes_follow_the_document_whether_it_is_tagged_or_not() {
        PARKS.givesNoTag();
        documents.refresh();
        PARKS.publishes(Neighbourhood.document("1.1", "\"/v1/flowers\": {\"get\": {}}"));
        assertEquals(404, gateway.get("/v1/flowers", TOKEN).statusCode());

        documents.refresh();

        assertEquals(200, gateway.get("/v1/flowers", TOKEN).statusCode());
        assertEquals(404, gateway.get("/v1/trees", TOKEN).statusCode());
    }

    @Test
    void an_unchanged_document_changes_nothing_that_is_published() {
        var before = documents.published();

        documents.refresh();

        assertTrue(before == documents.published());
    }

    @Test
    void when_a_service_is_dead_its_last_document_stays() throws IOException {
        ROADS.die();
        try {
            documents.refresh();

            assertEquals("stale", source("roads").path("state").asText());
            assertTrue(aggregate().path("paths").has("/v1/roads"));
            assertEquals(200, gateway.get("/openapi/roads.json").statusCode());
            assertEquals("cannot be reached", health("roads").path("reason").asText());
        } finally {
            ROADS.rise();
        }
        documents.refresh();
        assertEquals("live", source("roads").path("state").asText());
    }

    @Test
    void one_that_hangs_delays_nobodys_news() throws Exception {
        var asked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        ROADS.on("/q/openapi", exchange -> {
            asked.countDown();
            await(release);
            SmallService.answer(exchange, 200, ROADS.document());
        });
        PARKS.publishes(Neighbourhood.document("1.1", "\"/v1/flowers\": {\"get\": {}}"));

        var refreshed = CompletableFuture.runAsync(documents::refresh);
        try {
            await(asked);
            Awaitility.await()
                    .atMost(BOUND)
                    .until(() -> gateway.get("/v1/flowers", TOKEN).statusCode() == 200);
            assertEquals("1.1", source("parks").path("version").asText());
            assertFalse(refreshed.isDone(), "the other has answered, so nothing was shown");
        } finally {
            release.countDown();
        }
        refreshed.get(BOUND.toSeconds(), TimeUnit.SECONDS);
        assertEquals("live", source("roads").path("state").asText());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(BOUND.toSeconds(), TimeUnit.SECONDS), "waited too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void when_a_service_gives_nonsense_its_last_document_stays() throws IOException {
        for (var nonsense :
                new String[] {"<html>", "{}", Neighbourhood.document("9", "\"/v1/{everything}\": {\"get\": {}}")}) {
            PARKS.publishes(nonsense);
            documents.refresh();

            assertEquals("refused", source("parks").path("state").asText());
            assertEquals("1.0", source("parks").path("version").asText());
            assertEquals(200, gateway.get("/v1/trees", TOKEN).statusCode());
            assertFalse(health("parks").path("reason").asText().isEmpty());
        }
    }

    @Test
    void a_document_that_drops_its_security_opens_nothing() throws IOException {
        PARKS.publishes(Neighbourhood.document("1.1", "\"/v1/trees\": {\"get\": {\"security\": []}}"));
        documents.refresh();

        assertEquals(401, gateway.get("/v1/trees").statusCode());
        assertEquals(200, gateway.get("/v1/trees", TOKEN).statusCode());
    }

    @Test
    void when_a_service_claims_anothers_path_what_was_good_stays_and_other_changes_still_come_through()
            throws IOException {
        ROADS.publishes(
                Neighbourhood.document("2.1", "\"/v1/roads\": {\"get\": {}}, \"/v1/trees/stolen\": {\"get\": {}}"));
        PARKS.publishes(Neighbourhood.document("1.1", "\"/v1/trees\": {\"get\": {}}, \"/v1/flowers\": {\"get\": {}}"));
        documents.refresh();

        assertEquals("refused", source("roads").path("state").asText());
        assertEquals("2.0", source("roads").path("version").asText());
        assertEquals(
                "parks and roads both claim /v1/trees",
                health("roads").path("reason").asText());
        assertEquals(
                "degraded",
                new ObjectMapper()
                        .readTree(gateway.get("/health").body())
                        .path("status")
                        .asText());
        assertEquals(404, gateway.get("/v1/trees/stolen", TOKEN).statusCode());
        assertEquals(200, gateway.get("/v1/roads", TOKEN).statusCode());
        assertEquals(200, gateway.get("/v1/flowers", TOKEN).statusCode());

        // Once the owner gives the segment up, what was refused fits.
        PARKS.publishes(Neighbourhood.document("1.2", "\"/v1/flowers\": {\"get\": {}}"));
        documents.refresh();

        assertEquals("live", source("roads").path("state").asText());
        assertEquals(200, gateway.get("/v1/trees/stolen", TOKEN).statusCode());
        assertEquals("/v1/trees/stolen", ROADS.lastSeen().uri());
    }

    @Test
    void a_document_whose_references_lead_nowhere_is_refused() throws IOException {
        PARKS.publishes(Neighbourhood.document("1.1", """
                "/v1/trees": {"get": {"responses": {"200": {"$ref": "#/components/responses/None"}}}}"""));
        documents.refresh();

        assertEquals("refused", source("parks").path("state").asText());
        assertTrue(health("parks").path("reason").asText().contains("points to nothing"));
        assertEquals(200, gateway.get("/v1/trees/42", TOKEN).statusCode());
    }
}
