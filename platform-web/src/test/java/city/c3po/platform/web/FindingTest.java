package city.c3po.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;
import city.c3po.platform.rule.RuleViolation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
    private record OfKind(Kind kind) implements Rule {
        @Override
        public String name() {
            return "SOME_RULE";
        }

        @Override
        public String sentence() {
            return "It does not hold.";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ABSENT, 404", "FORBIDDEN, 403", "CONFLICT, 409", "INVALID, 422", "STALE, 412",
        "UNSEEN, 428", "STEP_UP, 401", "GONE, 410", "BEHIND, 409", "UNAVAILABLE, 503"
    })
    void the_kind_of_a_rule_decides_the_status(Kind kind, int status) {
        assertEquals(status, Finding.of(new OfKind(kind).violated()).status());
    }

    @Test
    void a_stale_writer_gets_the_present_tag_as_a_header_only() {
        var finding = Finding.of(Convention.STALE_VERSION.violated(Map.of("etag", "4.ab", "state", "OPEN")));

        assertEquals(Map.of("ETag", "\"4.ab\""), finding.headers());
        assertEquals(Map.of("state", "OPEN"), finding.facts());
    }

    @Test
    void who_should_try_again_is_told_when() {
        assertEquals("7", retryAfter(new OfKind(Kind.CONFLICT).violated(Map.of(RuleViolation.RETRY_AFTER, 7))));
        assertEquals("1", retryAfter(new OfKind(Kind.BEHIND).violated()));
        assertEquals("9", retryAfter(new OfKind(Kind.UNAVAILABLE).violated(Map.of(RuleViolation.RETRY_AFTER, 9))));
        assertFalse(Finding.of(new OfKind(Kind.CONFLICT).violated()).headers().containsKey("Retry-After"));
    }

    @Test
    void a_stale_login_is_asked_for_a_fresher_one() {
        assertEquals(
                "Bearer error=\"insufficient_user_authentication\"", challenge(new OfKind(Kind.STEP_UP).violated()));
        assertEquals(
                "Bearer error=\"insufficient_user_authentication\", max_age=\"300\"",
                challenge(new OfKind(Kind.STEP_UP).violated(Map.of("maxAge", 300L))));
    }

    private static String challenge(RuleViolation violation) {
        return Finding.of(violation).headers().get("WWW-Authenticate");
    }

    private static String retryAfter(RuleViolation violation) {
        return Finding.of(violation).headers().get("Retry-After");
    }
}
