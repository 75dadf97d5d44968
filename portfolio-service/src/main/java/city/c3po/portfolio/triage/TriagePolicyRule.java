package city.c3po.portfolio.triage;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;
import static city.c3po.platform.rule.Kind.UNAVAILABLE;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for triage policies. */
enum TriagePolicyRule implements Rule {
    POLICY_ADMINS_ONLY(FORBIDDEN, "Only a policy admin writes and adopts triage policies."),
    SECOND_PERSON_ADOPTS(
            FORBIDDEN, "Whoever wrote or proposed a policy does not adopt it. Ask another policy admin to adopt it."),
    THRESHOLD_NOT_NEGATIVE(INVALID, "A cost threshold is zero or more."),
    NOT_RETROACTIVE(
            CONFLICT,
            "A policy takes effect on the day of its adoption or later. Return it to draft and move effectiveFrom."),
    LATER_THAN_LAST(
            CONFLICT,
            "A policy takes effect after the one adopted last. Return it to draft and move effectiveFrom past it."),
    SOME_POLICY_IN_FORCE(
            UNAVAILABLE,
            "No triage policy is in force today, so nothing can be triaged. Ask a policy admin to adopt one.");

    private final Kind kind;
    private final String sentence;

    TriagePolicyRule(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
