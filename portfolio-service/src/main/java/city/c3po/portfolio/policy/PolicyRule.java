package city.c3po.portfolio.policy;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for policies and their acknowledgements. */
public enum PolicyRule implements Rule {
    ADMINS_KEEP_POLICIES(FORBIDDEN, "Only a policy admin writes and adopts policies."),
    ANOTHER_ADMIN_ADOPTS(FORBIDDEN, "Whoever wrote a policy does not adopt it. Ask another policy admin."),
    OWN_DEPARTMENT_ACKNOWLEDGES(FORBIDDEN, "You acknowledge for a department that your token speaks for."),
    DEPARTMENT_ASKED(CONFLICT, "This department was not asked to acknowledge. acknowledgements lists those that were."),
    ACKNOWLEDGED_ONCE(CONFLICT, "The department has acknowledged it already."),
    DUE_AFTER_ADOPTION(INVALID, "The day by which departments acknowledge is after the day of adoption."),
    CODE_IS_FIXED(INVALID, "The code names the policy through all its editions and does not change.");

    private final Kind kind;
    private final String sentence;

    PolicyRule(Kind kind, String sentence) {
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
