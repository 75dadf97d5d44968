package city.c3po.platform.web;

import static city.c3po.platform.note.NoteApi.submitter;
import static city.c3po.platform.web.Shape.problem;
import static io.restassured.RestAssured.given;

import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The identity provider has not been there since the service started. */
@QuarkusTest
@WithInfra(
        value = "platformtest",
        needs = {Server.POSTGRES, Server.KAFKA})
@TestProfile(NoIssuerTest.NobodyThere.class)
class NoIssuerTest {
    public static final class NobodyThere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Port 9, discard: nobody listens.
            return Map.of("c3po.oidc.url", "http://127.0.0.1:9/realms/city", "quarkus.oidc.connection-delay", "1S");
        }
    }

    @Test
    void a_token_that_nobody_can_verify_now_is_503() {
        problem(submitter().get("/v1/notes"), 503, "temporarily-unavailable").header("Retry-After", "5");
    }

    @Test
    void no_token_is_401_as_ever() {
        problem(given().get("/v1/notes"), 401, "not-authenticated");
    }
}
