package city.c3po.audit.control;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for controls. */
public enum ControlRule implements Rule {
    ISSUER_SETS(FORBIDDEN, "Only a member of the bodies whose recommendations the control measures does this."),
    SUPPORTED_KNOWN(
            INVALID, "A control supports recommendations that you may see, and elements that they have (unknown)."),
    ONE_MEASURE_EACH(CONFLICT, "Another control measures this recommendation already (control)."),
    OPEN_ONLY(INVALID, "Everybody reads a control; it supports no confidential recommendation (confidential)."),
    NAMED_ONCE(INVALID, "Each recommendation is named once.");

    private final Kind kind;
    private final String sentence;

    ControlRule(Kind kind, String sentence) {
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
