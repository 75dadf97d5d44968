package city.c3po.portfolio.simulation;

import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for a forecast. */
public enum SimulationRule implements Rule {
    SOUND_ASSUMPTIONS(
            INVALID, "Low ≤ likely ≤ high, probabilities lie from 0 to 1, and activities are those of the schedule."),
    RUNS_WITHIN_LIMITS(INVALID, "A forecast has 1,000 to 100,000 runs.");

    private final Kind kind;
    private final String sentence;

    SimulationRule(Kind kind, String sentence) {
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
