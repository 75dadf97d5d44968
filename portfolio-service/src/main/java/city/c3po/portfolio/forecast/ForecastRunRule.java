package city.c3po.portfolio.forecast;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for forecasts, beyond what a simulation asks. */
public enum ForecastRunRule implements Rule {
    SOUND_RISK(
            INVALID,
            "A risk says low, likely and high of its days and its cost in this order; UNIFORM says no likely."),
    RUN_WITHIN_BOUNDS(INVALID, "Runs times activities are 20 million at most (most). Ask for fewer runs."),
    ACTIVITIES_LEFT(CONFLICT, "Every activity is finished; there is nothing to forecast.");

    private final Kind kind;
    private final String sentence;

    ForecastRunRule(Kind kind, String sentence) {
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

    Fault at(String pointer) {
        return new Fault(pointer, code(), sentence);
    }
}
