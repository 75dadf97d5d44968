package city.c3po.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
class HealthTest extends RunningGateway {

    private JsonObject health() {
        var answer = gateway.get("/health");
        assertEquals(200, answer.statusCode());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        return new JsonObject(answer.body());
    }

    private String statusOf(String service) {
        return health().getJsonArray("services").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("service").equals(service))
                .map(each -> each.getString("status"))
                .findFirst()
                .orElseThrow();
    }

    private void awaitStatus(String service, String status) {
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> statusOf(service).equals(status));
    }

    @Test
    void says_how_each_part_is() {
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> health().getString("status").equals("up"));
        assertEquals("up", statusOf("parks"));
        assertEquals("up", health().getString("identityProvider"));
        assertTrue(health().getInteger("routes") > 5);
        assertEquals(
                health().getInteger("routes"),
                health().getJsonObject("mergeProof").getInteger("operations"));
    }

    @Test
    void a_service_that_answers_but_is_not_ready_is_degraded() {
        PARKS.on("/q/health/ready", exchange -> SmallService.answer(exchange, 503, "{}"));

        awaitStatus("parks", "degraded");
        assertEquals("degraded", health().getString("status"));
    }

    @Test
    void says_how_far_the_events_of_a_service_lag() {
        PARKS.on("/q/health/ready", exchange -> SmallService.answer(exchange, 200, """
                {"status": "UP", "checks": [
                  {"name": "relay", "status": "UP", "data": {"unpublished": 7, "parkedAggregates": 1, "c3po.parks.v1": "LEADS"}},
                  {"name": "inbox", "status": "UP", "data": {"state": "TAKES", "waiting": 0, "secondsBehind": "2.5"}},
                  {"name": "database", "status": "UP"}]}
                """));
        ROADS.on("/q/health/ready", exchange -> SmallService.answer(exchange, 200, """
                {"status": "UP", "checks": [{"name": "inbox", "data": {"secondsBehind": "NaN"}}]}
                """));

        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> eventsOf("parks").equals(new JsonObject("""
                        {"unpublished": 7, "parkedAggregates": 1, "waiting": 0, "secondsBehind": 2.5}""")));
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> eventsOf("roads").equals(new JsonObject("{\"secondsBehind\": null}")));
    }

    @Test
    void a_report_that_cannot_be_read_says_nothing_of_events() {
        PARKS.on(
                "/q/health/ready",
                exchange -> SmallService.answer(exchange, 200, "{\"checks\": [3], \"data\": \"x\"}"));

        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> eventsOf("parks").isEmpty());
        awaitStatus("parks", "up");
    }

    private JsonObject eventsOf(String service) {
        return health().getJsonArray("services").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("service").equals(service))
                .map(each -> each.getJsonObject("events"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_dead_service_is_down_and_comes_back() {
        ROADS.die();
        try {
            awaitStatus("roads", "down");
            assertEquals("degraded", health().getString("status"));
        } finally {
            ROADS.rise();
        }
        awaitStatus("roads", "up");
    }

    @Test
    void a_service_that_does_not_answer_is_down_and_holds_nobody_up() {
        var release = new CountDownLatch(1);
        PARKS.on("/q/health/ready", exchange -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            SmallService.answer(exchange, 200, "{}");
        });
        try {
            // Answered while the service still is not: it would be released only afterwards.
            awaitStatus("parks", "down");
        } finally {
            release.countDown();
        }
        awaitStatus("parks", "up");
    }

    @Test
    void however_many_ask_a_service_is_asked_once_in_two_seconds() {
        var asked = new AtomicInteger();
        PARKS.on("/q/health/ready", exchange -> {
            asked.incrementAndGet();
            SmallService.answer(exchange, 200, "{}");
        });
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> {
            health();
            return asked.get() == 1;
        });
        var began = System.nanoTime();
        for (var n = 0; n < 50; n++) {
            health();
        }
        var rounds = 1 + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) / 2 + 1;
        assertTrue(asked.get() <= rounds, () -> "asked " + asked + " times");
    }
}
