package city.c3po.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** TLS ends at an ingress that the gateway was told to believe. */
@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
@TestProfile(BehindIngressTest.Trusting.class)
class BehindIngressTest extends RunningGateway {
    private static final String[] BY_INGRESS = {
        "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "api.city.example"
    };

    public static final class Trusting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "c3po.gateway.behind-ingress", "true",
                    "c3po.gateway.trusted-proxies", "127.0.0.0/8",
                    "c3po.gateway.anonymous-requests-per-minute", "3");
        }
    }

    @Test
    void the_service_learns_the_public_address_and_links_to_it() {
        var answer = gateway.get("/v1/trees", with(BY_INGRESS));

        assertEquals(200, answer.statusCode());
        var seen = PARKS.lastSeen();
        assertEquals("https", seen.header("X-Forwarded-Proto"));
        assertEquals("api.city.example", seen.header("X-Forwarded-Host"));
        assertEquals("203.0.113.7", seen.header("X-Forwarded-For"));
        assertTrue(answer.headers().firstValue("Strict-Transport-Security").isPresent());
    }

    @Test
    void each_resident_behind_the_ingress_is_counted_alone() {
        for (var n = 0; n < 3; n++) {
            assertEquals(200, from("198.51.100.1"));
        }
        assertEquals(429, from("198.51.100.1"));
        assertEquals(200, from("198.51.100.2"));
    }

    private int from(String address) {
        return gateway.get("/public/v1/trees", "X-Forwarded-For", address).statusCode();
    }
}
