package city.c3po.gateway;

import static city.c3po.gateway.Call.assertProblem;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A service that fails or has enough to do. */
@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
@TestProfile(ServiceTest.Narrow.class)
class ServiceTest extends RunningGateway {
    private static final Duration BOUND = Duration.ofSeconds(20);

    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "c3po.gateway.concurrent-per-service", "1",
                    "c3po.gateway.waiting-per-service", "1",
                    "c3po.gateway.failures-per-service", "3",
                    "c3po.gateway.left-alone", "2s");
        }
    }

    @Test
    void one_more_than_it_can_take_is_refused_at_once_and_those_who_wait_are_counted_apart() throws Exception {
        var release = new CountDownLatch(1);
        PARKS.on("/v1/trees", exchange -> {
            waitFor(release);
            SmallService.answer(exchange, 200, "{}");
        });
        var working = gateway.begin("/v1/trees", TOKEN);
        await().atMost(BOUND).until(() -> PARKS.seen().size() == 1);
        var waiting = gateway.begin("/v1/trees", with("Prefer", "wait=20"));
        await().atMost(BOUND).until(() -> PARKS.seen().size() == 2);

        for (var one : List.of(TOKEN, with("Prefer", "wait=20"))) {
            var refused = gateway.get("/v1/trees", one);
            assertProblem(503, "service-busy", refused);
            assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
        }
        assertEquals(200, gateway.get("/v1/roads", TOKEN).statusCode(), "the other service has nothing to do with it");

        release.countDown();
        assertEquals(200, working.get(20, TimeUnit.SECONDS).statusCode());
        assertEquals(200, waiting.get(20, TimeUnit.SECONDS).statusCode());
        await().atMost(BOUND).until(() -> gateway.get("/v1/trees", TOKEN).statusCode() == 200);
    }

    @Test
    void one_that_fails_again_and_again_is_left_alone_for_a_while() {
        ROADS.die();
        try {
            for (var n = 0; n < 3; n++) {
                assertProblem(503, "service-unreachable", gateway.get("/v1/roads", TOKEN));
            }
        } finally {
            ROADS.rise();
        }

        var leftAlone = gateway.get("/v1/roads", TOKEN);

        assertProblem(503, "service-unreachable", leftAlone);
        assertTrue(leftAlone.body().contains("moment to recover"), leftAlone::body);
        assertEquals(List.of(), ROADS.seen());
        assertEquals(200, gateway.get("/v1/trees", TOKEN).statusCode());
        await().atMost(BOUND).until(() -> gateway.get("/v1/roads", TOKEN).statusCode() == 200);
    }

    @Test
    void what_a_caller_does_wrong_is_not_held_against_it() {
        for (var n = 0; n < 5; n++) {
            assertEquals(
                    413,
                    gateway.send("POST", "/v1/small", BodyPublishers.ofByteArray(new byte[2000]), TOKEN)
                            .statusCode());
        }

        assertEquals(200, gateway.get("/v1/trees", TOKEN).statusCode());
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS), "waited too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
