package city.c3po.platform.rule;

import java.util.List;
import java.util.Map;

/** A rule was broken: the only exception a domain throws on purpose. */
public final class RuleViolation extends RuntimeException {
    /** The fact that becomes the {@code Retry-After} header, in seconds. */
    public static final String RETRY_AFTER = "retryAfter";

    private final transient Rule rule;
    private final transient Map<String, ?> facts;
    private final transient List<Fault> faults;

    public RuleViolation(Rule rule, Map<String, ?> facts, List<Fault> faults) {
        // No stack trace: a refusal is an answer, not an accident.
        super(rule.code() + (facts.isEmpty() ? "" : " " + facts), null, false, false);
        this.rule = rule;
        this.facts = facts;
        this.faults = List.copyOf(faults);
    }

    public Rule rule() {
        return rule;
    }

    public Map<String, ?> facts() {
        return facts;
    }

    public List<Fault> faults() {
        return faults;
    }
}
