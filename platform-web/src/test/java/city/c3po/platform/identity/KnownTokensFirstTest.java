package city.c3po.platform.identity;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** That what is known is asked before the framework, shown by a token that the framework itself refuses. */
@QuarkusTest
@WithInfra("platformtest")
class KnownTokensFirstTest {
    @Inject
    KnownTokens known;

    private record WithOtherSignature(JsonWebToken verified, String raw) implements JsonWebToken {
        @Override
        public String getName() {
            return verified.getName();
        }

        @Override
        public Set<String> getClaimNames() {
            return verified.getClaimNames();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return name.equals(Claims.raw_token.name()) ? (T) raw : verified.getClaim(name);
        }
    }

    @Test
    void a_token_that_is_known_is_not_verified_again() {
        var token = Tokens.as("submitter").bearer().substring("Bearer ".length());
        var refused = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
        assertEquals(200, read(token));
        assertEquals(401, read(refused));

        var caller = Objects.requireNonNull(known.callerOf(token));
        known.augment(
                        QuarkusSecurityIdentity.builder()
                                .setPrincipal(new WithOtherSignature((JsonWebToken) caller.getPrincipal(), refused))
                                .addRoles(caller.getRoles())
                                .addCredentials(caller.getCredentials())
                                .build(),
                        blocking -> null)
                .await()
                .indefinitely();

        assertEquals(200, read(refused));
    }

    private static int read(String token) {
        return given().auth().oauth2(token).get("/v1/notes").statusCode();
    }
}
