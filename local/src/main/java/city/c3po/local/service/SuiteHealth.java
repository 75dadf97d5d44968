package city.c3po.local.service;

import city.c3po.local.part.HttpLook;
import city.c3po.local.part.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;

/**
 * The suite as its gateway sees it. Each part may be ready and the gateway still not know a service's routes: only when
 * it says "up" does the first request of a client find what it asks for.
 */
public final class SuiteHealth {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Longer than the gateway waits for one document of a service on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final String address;

    public SuiteHealth(String gateway) {
        this.address = gateway + "/health";
    }

    public void await() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var seen = HttpLook.text(address);
        while (!isUp(seen)) {
            if (System.nanoTime() > deadline) {
                throw new Refusal("All parts are ready, but the gateway says at %s: %s".formatted(address, seen));
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal("Interrupted while waiting for the gateway");
            }
            seen = HttpLook.text(address);
        }
    }

    private static boolean isUp(String health) {
        try {
            return JSON.readTree(health).path("status").asText().equals("up");
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
