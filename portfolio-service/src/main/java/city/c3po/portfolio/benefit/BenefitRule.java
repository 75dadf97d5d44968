package city.c3po.portfolio.benefit;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for benefits. */
public enum BenefitRule implements Rule {
    BENEFIT_OWNER_OR_LEADER(FORBIDDEN, "Only the benefit's owner, the project's PPM or a portfolio manager does this."),
    TARGET_BEYOND_BASELINE(INVALID, "A target differs from the baseline; what is to stay as it is is no benefit."),
    WORTH_IN_PROJECT_CURRENCY(INVALID, "What it is worth is said in the project's currency, and is not negative."),
    MEASURED_ALREADY(CONFLICT, "There are readings already; measure, baseline and worth stay as they are."),
    READINGS_IN_ORDER(CONFLICT, "A reading is of a later day than the last one (last), and not of a day to come."),
    FEWER_READINGS(CONFLICT, "A benefit has up to 500 readings."),
    UNTIL_G6(CONFLICT, "A benefit is tracked until gate G6 of its project is open. Have it judged first.");

    private final Kind kind;
    private final String sentence;

    BenefitRule(Kind kind, String sentence) {
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
