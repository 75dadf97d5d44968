package city.c3po.gateway;

import static city.c3po.gateway.Call.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
@TestProfile(RateLimitTest.FewRequests.class)
class RateLimitTest extends RunningGateway {
    private static final int CALLER = 5;
    private static final int ADDRESS = 8;

    public static final class FewRequests implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "c3po.gateway.requests-per-minute", Integer.toString(CALLER),
                    "c3po.gateway.anonymous-requests-per-minute", Integer.toString(ADDRESS));
        }
    }

    @Test
    void a_caller_has_its_share_and_takes_nothing_from_others() {
        var busy = Tokens.as("busy").bearer();
        var answers = IntStream.range(0, CALLER)
                .mapToObj(n -> gateway.get("/v1/trees", "Authorization", busy))
                .toList();

        answers.forEach(answer -> assertEquals(200, answer.statusCode()));
        assertEquals("\"caller\";q=5;w=60", header(answers.getFirst(), "RateLimit-Policy"));
        assertEquals("\"caller\";r=4;t=12", header(answers.getFirst(), "RateLimit"));
        var refused = gateway.get("/v1/trees", "Authorization", busy);
        assertProblem(429, "too-many-requests", refused);
        var seconds = Integer.parseInt(header(refused, "Retry-After"));
        assertTrue(seconds >= 1 && seconds <= 12, () -> "a share comes back every 12 s, not after " + seconds);
        assertTrue(header(refused, "RateLimit").startsWith("\"caller\";r=0;"), () -> header(refused, "RateLimit"));
        assertEquals(
                200,
                gateway.get("/v1/trees", "Authorization", Tokens.as("calm").bearer())
                        .statusCode());
        assertEquals(CALLER + 1, PARKS.seen().size());
    }

    /** One test, because all of them have one address. */
    @Test
    void who_has_no_token_that_holds_is_counted_by_address() {
        assertProblem(401, "token-missing", gateway.get("/v1/trees"));
        assertProblem(401, "token-rejected", gateway.get("/v1/trees", "Authorization", "Bearer guessed"));
        assertEquals("\"address\";q=8;w=60", header(gateway.get("/health"), "RateLimit-Policy"));
        for (var n = 3; n < ADDRESS; n++) {
            assertEquals(200, gateway.get("/public/v1/trees").statusCode());
        }

        assertProblem(429, "too-many-requests", gateway.get("/public/v1/trees"));
        assertProblem(429, "too-many-requests", gateway.get("/openapi.json"));
        assertProblem(429, "too-many-requests", gateway.get("/v1/trees", "Authorization", "Bearer guessed-again"));
        assertEquals(
                200,
                gateway.get(
                                "/v1/trees",
                                "Authorization",
                                Tokens.as("with-token").bearer())
                        .statusCode());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
