package city.c3po.audit.direction;

import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for directions. */
public enum DirectionRule implements Rule {
    CLERK_OF_BODY(FORBIDDEN, "Only the clerk of the body records what it directs."),
    DEPARTMENT_ANSWERS(FORBIDDEN, "Only people of the department, or the portfolio office, answer."),
    GIVEN_AT_A_MEETING(INVALID, "A direction is given at a meeting that was held; it is due after it.");

    private final Kind kind;
    private final String sentence;

    DirectionRule(Kind kind, String sentence) {
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
