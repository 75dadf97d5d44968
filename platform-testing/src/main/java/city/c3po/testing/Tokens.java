package city.c3po.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Mints access tokens in the shape of realm {@code city}, signed by the key that the test issuer publishes:
 * {@code Tokens.as("submitter").token()}. Immutable: every method returns another one.
 */
public final class Tokens {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Map<String, Object> claims;
    private final Signature signature;

    private enum Signature {
        TRUSTED,
        UNKNOWN_KEY,
        NONE
    }

    private Tokens(Map<String, Object> claims, Signature signature) {
        this.claims = claims;
        this.signature = signature;
    }

    /** One of the {@linkplain People local users}; any other name is a person without roles. */
    public static Tokens as(String user) {
        return People.named(user).map(Tokens::of).orElseGet(() -> of(People.nobody(user)));
    }

    /** A department system or a job, with the claims its client has in the realm. */
    public static Tokens client(String clientId) {
        return of(People.client(clientId));
    }

    private static Tokens of(People.Person person) {
        var now = Instant.now();
        var claims = new HashMap<String, Object>();
        claims.put("iss", Infra.issuer());
        claims.put("aud", List.of("c3po"));
        claims.put("sub", person.sub());
        claims.put("azp", person.client());
        claims.put("typ", "Bearer");
        claims.put("iat", seconds(now));
        claims.put("exp", seconds(now.plus(LIFE)));
        claims.put("auth_time", seconds(now));
        claims.put("acr", "1");
        claims.put("preferred_username", person.username());
        claims.put("name", person.name());
        var tokens = new Tokens(Map.copyOf(claims), Signature.TRUSTED)
                .roles(person.roles().toArray(String[]::new));
        for (var list : person.lists().entrySet()) {
            tokens = tokens.claim(list.getKey(), list.getValue());
        }
        return person.vendor().map(tokens::vendor).orElse(tokens);
    }

    public Tokens roles(String... roles) {
        return claim("realm_access", Map.of("roles", List.of(roles)));
    }

    public Tokens departments(String... codes) {
        return claim("departments", List.of(codes));
    }

    public Tokens sources(String... sources) {
        return claim("sources", List.of(sources));
    }

    public Tokens bodies(String... bodies) {
        return claim("bodies", List.of(bodies));
    }

    public Tokens vendor(String number) {
        return claim("vendor", number);
    }

    public Tokens sub(String sub) {
        return claim("sub", sub);
    }

    /** When the person last proved who they are; signatures ask for a recent one. */
    public Tokens authenticatedAt(Instant at) {
        return claim("auth_time", seconds(at));
    }

    public Tokens claim(String name, Object value) {
        var more = new HashMap<>(claims);
        more.put(name, value);
        return new Tokens(Map.copyOf(more), signature);
    }

    public Tokens without(String name) {
        var fewer = new HashMap<>(claims);
        fewer.remove(name);
        return new Tokens(Map.copyOf(fewer), signature);
    }

    /** Ended long enough ago that no tolerance for skewed clocks saves it. */
    public Tokens expired() {
        var then = Instant.now().minus(Duration.ofHours(2));
        return claim("iat", seconds(then)).claim("exp", seconds(then.plus(LIFE)));
    }

    public Tokens notYet() {
        var then = Instant.now().plus(Duration.ofHours(2));
        return claim("nbf", seconds(then)).claim("exp", seconds(then.plus(LIFE)));
    }

    public Tokens foreignIssuer() {
        return claim("iss", "https://elsewhere.example/realms/city");
    }

    public Tokens wrongAudience() {
        return claim("aud", List.of("another-application"));
    }

    public Tokens algNone() {
        return new Tokens(claims, Signature.NONE);
    }

    /** Signed by a key that the issuer does not publish. */
    public Tokens otherKey() {
        return new Tokens(claims, Signature.UNKNOWN_KEY);
    }

    /** The {@code sub} claim: the id under which records name this person. */
    public String subject() {
        return claims.get("sub").toString();
    }

    /** The header's value: {@code Bearer …}. */
    public String bearer() {
        return "Bearer " + token();
    }

    public String token() {
        try {
            var content = JWTClaimsSet.parse(withId());
            return switch (signature) {
                case TRUSTED -> Key.TRUSTED.sign(content);
                case UNKNOWN_KEY -> Key.UNKNOWN.sign(content);
                case NONE -> new PlainJWT(content).serialize();
            };
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("token for " + claims, e);
        }
    }

    private Map<String, Object> withId() {
        var all = new HashMap<>(claims);
        all.put("jti", UUID.randomUUID().toString());
        return all;
    }

    private static long seconds(Instant at) {
        return at.getEpochSecond();
    }

    /** Prepared once: taking a key apart costs more than the rest of a token. */
    private record Key(String id, JWSSigner signer) {
        static final Key TRUSTED = of(0);
        static final Key UNKNOWN = of(1);

        static Key of(int index) {
            try {
                var keys = JWKSet.parse(Infra.endpoints().signingKeys()).getKeys();
                var key = keys.get(index).toRSAKey();
                return new Key(key.getKeyID(), new RSASSASigner(key));
            } catch (JOSEException | ParseException e) {
                throw new IllegalStateException("keys of the test issuer", e);
            }
        }

        String sign(JWTClaimsSet content) throws JOSEException {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build();
            var token = new SignedJWT(header, content);
            token.sign(signer);
            return token.serialize();
        }
    }
}
