package city.c3po.portfolio.goal;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for goals. */
public enum GoalRule implements Rule {
    GOALS_BY_ADMINS(FORBIDDEN, "Only a policy admin or a portfolio manager writes goals."),
    KNOWN_GOAL(INVALID, "There is no such goal, or none that you may see."),
    GOAL_ACTIVE(CONFLICT, "The goal is retired. Name one that is active.");

    private final Kind kind;
    private final String sentence;

    GoalRule(Kind kind, String sentence) {
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
