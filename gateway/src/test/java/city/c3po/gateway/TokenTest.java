package city.c3po.gateway;

import static city.c3po.gateway.Call.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
class TokenTest extends RunningGateway {

    @Test
    void a_token_that_holds_passes_and_goes_along() {
        var bearer = Tokens.as("submitter").bearer();

        assertEquals(200, gateway.get("/v1/trees", "Authorization", bearer).statusCode());
        assertEquals(bearer, PARKS.lastSeen().header("Authorization"));
    }

    @Test
    void without_a_token_everything_under_v1_is_401_and_asks_for_one() {
        for (var path : List.of("/v1/trees", "/v1/nothing", "/v1")) {
            var answer = gateway.get(path);
            assertProblem(401, "token-missing", answer);
            assertEquals(
                    "Bearer realm=\"c3po\"",
                    answer.headers().firstValue("WWW-Authenticate").orElse(""));
        }
        assertProblem(401, "token-missing", gateway.send("DELETE", "/v1/trees"));
        assertProblem(401, "token-missing", gateway.get("/v1/trees", "Authorization", "Basic dXNlcjpwYXNz"));
        assertEquals(List.of(), PARKS.seen());
    }

    static Stream<Arguments> rejected() {
        var good = Tokens.as("submitter");
        var parts = good.token().split("\\.");
        var forgedHead = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"HS256\"}".getBytes());
        return Stream.of(
                Arguments.of("expired", good.expired().token()),
                Arguments.of("not yet valid", good.notYet().token()),
                Arguments.of("foreign issuer", good.foreignIssuer().token()),
                Arguments.of("wrong audience", good.wrongAudience().token()),
                Arguments.of("no audience", good.without("aud").token()),
                Arguments.of("never ends", good.without("exp").token()),
                Arguments.of("alg none", good.algNone().token()),
                Arguments.of("unknown key", good.otherKey().token()),
                Arguments.of("another algorithm", forgedHead + "." + parts[1] + "." + parts[2]),
                Arguments.of("another signature", parts[0] + "." + parts[1] + "." + parts[2].substring(2) + "AA"),
                Arguments.of("opaque", "2YotnFZFEjr1zCsicMWpAA"),
                Arguments.of("dots only", "..."),
                Arguments.of("three words", "a.b.c"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rejected")
    void a_token_that_does_not_hold_is_rejected(String why, String token) {
        var answer = gateway.get("/v1/trees", "Authorization", "Bearer " + token);

        assertProblem(401, "token-rejected", answer);
        var challenge = answer.headers().firstValue("WWW-Authenticate").orElse("");
        assertTrue(challenge.contains("error=\"invalid_token\""), challenge);
        assertEquals(List.of(), PARKS.seen());
    }

    @Test
    void two_tokens_are_not_a_choice() {
        var answer =
                gateway.get("/v1/trees", "Authorization", Tokens.as("submitter").bearer(), "Authorization", "Bearer x");

        assertProblem(400, "malformed-request", answer);
        assertEquals(List.of(), PARKS.seen());
    }

    @Test
    void what_is_public_asks_for_no_token_and_judges_none() {
        assertEquals(200, gateway.get("/public/v1/trees").statusCode());
        assertEquals(
                200,
                gateway.get("/public/v1/trees", "Authorization", "Bearer nonsense")
                        .statusCode());
        for (var path :
                List.of("/openapi.json", "/openapi.yaml", "/openapi/parks.json", "/docs", "/problems", "/health")) {
            assertEquals(200, gateway.get(path).statusCode(), path);
        }
    }
}
