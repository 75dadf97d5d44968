package city.c3po.gateway;

import static city.c3po.gateway.Call.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import city.c3po.testing.Infra;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The gateway starts here while its identity provider is away. */
@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
@WithTestResource(IdentityProviderTest.Issuer.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IdentityProviderTest extends RunningGateway {

    /** The issuer of all tests cannot be stopped for one; this says the same of the same keys, and can. */
    public static final class Issuer implements QuarkusTestResourceLifecycleManager {
        private static final SmallService SERVER = SmallService.start("");

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            SERVER.on(
                    "/realms/city/.well-known/openid-configuration",
                    exchange -> SmallService.answer(exchange, 200, """
                    {"issuer": "%s", "jwks_uri": "%s/keys"}""".formatted(Infra.issuer(), SERVER.url())));
            var keys = new Call(URI.create(Infra.issuer() + "/"))
                    .get("protocol/openid-connect/certs")
                    .body();
            SERVER.on("/keys", exchange -> SmallService.answer(exchange, 200, keys));
            var url = SERVER.url() + "/realms/city";
            SERVER.die();
            return Map.of("c3po.oidc.url", url, "quarkus.oidc.auth-server-url", url);
        }

        @Override
        public void stop() {
            // Dead already.
        }
    }

    @Test
    @Order(1)
    void without_it_documents_are_there_and_what_needs_a_token_is_503() {
        var answer = gateway.get("/v1/trees", TOKEN);

        assertProblem(503, "identity-provider-unavailable", answer);
        assertFalse(answer.headers().firstValue("Retry-After").orElse("").isEmpty());
        assertProblem(401, "token-missing", gateway.get("/v1/trees"));
        assertEquals(List.of(), PARKS.seen());
        for (var path : List.of("/openapi.json", "/docs", "/problems", "/health", "/public/v1/trees")) {
            assertEquals(200, gateway.get(path).statusCode(), path);
        }
    }

    @Test
    @Order(2)
    void when_it_comes_the_gateway_needs_no_help() {
        Issuer.SERVER.rise();

        assertEquals(200, gateway.get("/v1/trees", TOKEN).statusCode());
    }

    @Test
    @Order(3)
    void when_it_goes_again_known_keys_still_verify_and_one_that_cannot_be_fetched_is_nobodys_fault() {
        Issuer.SERVER.die();

        assertEquals(200, gateway.get("/v1/trees", TOKEN).statusCode());
        assertEquals(
                401,
                gateway.get(
                                "/v1/trees",
                                "Authorization",
                                Tokens.as("resident").expired().bearer())
                        .statusCode());
        assertProblem(
                503,
                "identity-provider-unavailable",
                gateway.get(
                        "/v1/trees",
                        "Authorization",
                        Tokens.as("resident").otherKey().bearer()));
    }
}
