package city.c3po.platform.web;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.RuleViolation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is the matter, before it is written as a problem.
 *
 * @param facts further members of the problem
 */
record Finding(
        int status,
        String code,
        String sentence,
        List<Fault> faults,
        Map<String, ?> facts,
        Map<String, String> headers) {

    /** The fact of a STALE violation that becomes the {@code ETag} header. */
    private static final String ETAG = "etag";
    /** The fact of a GONE violation that becomes the {@code Location} header: where to go on. */
    private static final String LOCATION = "location";
    /** The fact of a STEP_UP violation that becomes {@code max_age} of the challenge, in seconds. */
    private static final String MAX_AGE = "maxAge";
    /** How long a client waits before it asks an unavailable part again, in seconds. */
    private static final int BREATH = 5;

    static int statusOf(Kind kind) {
        return switch (kind) {
            case ABSENT -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT, BEHIND -> 409;
            case INVALID -> 422;
            case STALE -> 412;
            case UNSEEN -> 428;
            case STEP_UP -> 401;
            case GONE -> 410;
            case UNAVAILABLE -> 503;
        };
    }

    static Finding of(RuleViolation violation) {
        var rule = violation.rule();
        var facts = new HashMap<String, Object>(violation.facts());
        var headers = new HashMap<String, String>();
        if (facts.remove(ETAG) instanceof String tag) {
            headers.put("ETag", "\"" + tag + "\"");
        }
        if (facts.remove(LOCATION) instanceof String location) {
            headers.put("Location", location);
        }
        if (facts.remove(RuleViolation.RETRY_AFTER) instanceof Object seconds) {
            headers.put("Retry-After", seconds.toString());
        }
        headers.putAll(
                switch (rule.kind()) {
                    case STEP_UP -> Map.of("WWW-Authenticate", challenge(facts.get(MAX_AGE)));
                    case UNAVAILABLE -> Map.of("Retry-After", headers.getOrDefault("Retry-After", "" + BREATH));
                    case BEHIND -> Map.of("Retry-After", headers.getOrDefault("Retry-After", "1"));
                    case ABSENT, FORBIDDEN, CONFLICT, INVALID, STALE, UNSEEN, GONE -> Map.of();
                });
        return new Finding(statusOf(rule.kind()), rule.code(), rule.sentence(), violation.faults(), facts, headers);
    }

    /** RFC 9470: what login would do, so that a front end can ask for just that. */
    private static String challenge(@Nullable Object maxAge) {
        var challenge = "Bearer error=\"insufficient_user_authentication\"";
        return maxAge == null ? challenge : challenge + ", max_age=\"" + maxAge + "\"";
    }

    static Finding of(RequestRefused refused) {
        return of(refused.refusal(), refused.faults(), refused.headers());
    }

    static Finding of(Refusal refusal) {
        return of(refusal, List.of(), Map.of());
    }

    static Finding of(Refusal refusal, Map<String, String> headers) {
        return of(refusal, List.of(), headers);
    }

    static Finding of(Refusal refusal, Fault fault) {
        return of(refusal, List.of(fault), Map.of());
    }

    static Finding of(Refusal refusal, List<Fault> faults, Map<String, String> headers) {
        return new Finding(refusal.status(), refusal.code(), refusal.sentence(), faults, Map.of(), headers);
    }

    Finding with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(more);
        all.putAll(headers);
        return new Finding(status, code, sentence, faults, facts, all);
    }
}
