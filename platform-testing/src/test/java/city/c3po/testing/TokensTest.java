package city.c3po.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokensTest {
    @Test
    void a_token_verifies_against_the_published_keys() throws Exception {
        var claims = verify(Tokens.as("submitter").token());
        assertEquals(Map.of("roles", List.of("submitter")), claims.getClaim("realm_access"));
        assertEquals(List.of(People.PUBLIC_WORKS), claims.getStringListClaim("departments"));
        assertEquals("submitter", claims.getStringClaim("preferred_username"));
        assertEquals(Tokens.as("submitter").subject(), claims.getSubject());
    }

    @Test
    void what_is_said_fluently_replaces_the_preset() throws Exception {
        var claims = verify(Tokens.as("submitter")
                .roles("auditor")
                .bodies("b")
                .sub("x")
                .without("departments")
                .token());
        assertEquals(Map.of("roles", List.of("auditor")), claims.getClaim("realm_access"));
        assertEquals(List.of("b"), claims.getStringListClaim("bodies"));
        assertEquals("x", claims.getSubject());
        assertEquals(null, claims.getClaim("departments"));
    }

    @Test
    void a_client_carries_its_sources() throws Exception {
        var claims = verify(Tokens.client("finance-system").token());
        assertEquals(List.of("finance"), claims.getStringListClaim("sources"));
        assertEquals("finance-system", claims.getStringClaim("azp"));
    }

    @Test
    void a_person_is_no_client() {
        assertThrows(IllegalArgumentException.class, () -> Tokens.client("submitter"));
    }

    @Test
    void people_keep_their_subject_and_share_it_with_nobody() {
        var subjects = People.all().stream().map(People.Person::sub).toList();
        assertEquals(subjects.size(), Set.copyOf(subjects).size());
        assertEquals(Tokens.as("ppm").subject(), Tokens.as("ppm").subject());
        assertNotEquals(Tokens.as("ppm").subject(), Tokens.as("a stranger").subject());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_bad_token_is_refused(String what, Tokens bad) {
        assertThrows(Exception.class, () -> verify(bad.token()));
    }

    static Stream<Arguments> bad() {
        var good = Tokens.as("submitter");
        return Stream.of(
                Arguments.of("expired", good.expired()),
                Arguments.of("not yet valid", good.notYet()),
                Arguments.of("foreign issuer", good.foreignIssuer()),
                Arguments.of("wrong audience", good.wrongAudience()),
                Arguments.of("algorithm none", good.algNone()),
                Arguments.of("unknown key", good.otherKey()));
    }

    /** As strict as a service, by a library of its own and by what the discovery document says. */
    private static JWTClaimsSet verify(String token) throws Exception {
        var discovery = RestAssured.get(Infra.issuer() + "/.well-known/openid-configuration")
                .jsonPath();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        var keys = JWKSourceBuilder.<SecurityContext>create(
                        URI.create(discovery.getString("jwks_uri")).toURL())
                .build();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                "c3po",
                new JWTClaimsSet.Builder().issuer(discovery.getString("issuer")).build(),
                Set.of("sub", "exp", "iat", "realm_access")));
        return processor.process(token, null);
    }
}
