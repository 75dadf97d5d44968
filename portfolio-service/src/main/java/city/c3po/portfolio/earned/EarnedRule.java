package city.c3po.portfolio.earned;

import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for earned value. */
public enum EarnedRule implements Rule {
    SOUND_BASELINE(INVALID, "Work packages have an id each, a budget, dates in order, and weights that add up to 100."),
    SOUND_ACHIEVEMENTS(
            INVALID, "Achievements are those of the baseline's work packages, by the date they are told for."),
    EARNED_WITHIN_BUDGET(INVALID, "Planned and earned value lie between 0 and the budget at completion (budget)."),
    PLANNED_VALUE_GROWS(INVALID, "Cumulative planned value never sinks, and starts at 0 or more.");

    private final Kind kind;
    private final String sentence;

    EarnedRule(Kind kind, String sentence) {
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
