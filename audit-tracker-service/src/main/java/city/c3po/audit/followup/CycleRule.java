package city.c3po.audit.followup;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for follow-up cycles. */
public enum CycleRule implements Rule {
    BODY_FOLLOWS_UP(FORBIDDEN, "Only a member of the issuing body, or the portfolio office for it, keeps its cycles."),
    BODY_FREEZES(FORBIDDEN, "Only a member of the issuing body freezes and publishes."),
    ONE_CYCLE_AT_A_TIME(CONFLICT, "The body has a cycle that is not frozen yet (open)."),
    AFTER_THE_LAST(INVALID, "A cycle is as of a day after the last one's (last)."),
    NOTHING_UNDER_WAY(CONFLICT, "Recommendations are being verified (subjects). End their verifications first."),
    LEDGER_BALANCES(
            CONFLICT,
            "Opening + issued + reopened − implemented − closed is not the closing of these (subjects). Find out why.");

    private final Kind kind;
    private final String sentence;

    CycleRule(Kind kind, String sentence) {
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
