package city.c3po.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class KnownTokensTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final KnownTokens known = new KnownTokens(
            ((InstantSource) now::get).withZone(ZoneOffset.UTC),
            () -> Duration.between(NOON, now.get()).toNanos());

    private record Token(String raw, Instant ends) implements JsonWebToken {
        @Override
        public String getName() {
            return "pat";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of(Claims.exp.name(), Claims.raw_token.name());
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) (name.equals(Claims.exp.name()) ? Long.valueOf(ends.getEpochSecond()) : raw);
        }
    }

    private void verified(String raw, Duration lasting) {
        var caller = QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(raw, now.get().plus(lasting)))
                .addRole("submitter")
                .addAttribute("request", new Object())
                .build();
        known.augment(caller, blocking -> null).await().indefinitely();
    }

    @Test
    void a_token_is_known_after_it_was_verified_and_no_other() {
        assertNull(known.callerOf("a.b.c"));

        verified("a.b.c", Duration.ofMinutes(5));

        var caller = Objects.requireNonNull(known.callerOf("a.b.c"));
        assertEquals(Set.of("submitter"), caller.getRoles());
        assertTrue(caller.getAttributes().isEmpty());
        assertNull(known.callerOf("a.b.d"));
    }

    @Test
    void it_counts_for_nothing_from_the_second_at_which_it_ends() {
        verified("a.b.c", Duration.ofSeconds(10));

        now.set(NOON.plusSeconds(9));
        assertEquals(
                "pat",
                Objects.requireNonNull(known.callerOf("a.b.c")).getPrincipal().getName());
        now.set(NOON.plusSeconds(10));
        assertNull(known.callerOf("a.b.c"));
    }

    /** However busy its caller is: being asked for does not keep it. */
    @Test
    void it_is_verified_again_after_half_a_minute() {
        verified("a.b.c", Duration.ofMinutes(5));

        now.set(NOON.plusSeconds(29));
        verified("a.b.c", Duration.ofMinutes(5));
        now.set(NOON.plusSeconds(31));

        assertNull(known.callerOf("a.b.c"));
    }
}
