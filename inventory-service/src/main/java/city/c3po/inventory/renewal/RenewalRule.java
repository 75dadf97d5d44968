package city.c3po.inventory.renewal;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for renewals. */
public enum RenewalRule implements Rule {
    OFFICE_OR_OWNER_DECIDES(
            Kind.FORBIDDEN, "The portfolio office decides, or the person who owns the entitlement. Ask one of them."),
    NOTICE_IS_STILL_POSSIBLE(
            Kind.CONFLICT, "The last day for notice is over (noticeDeadline). Renegotiate or end the entitlement."),
    ONLY_THE_CLOCK(Kind.FORBIDDEN, "Only the clock does this.");

    private final Kind kind;
    private final String sentence;

    RenewalRule(Kind kind, String sentence) {
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
