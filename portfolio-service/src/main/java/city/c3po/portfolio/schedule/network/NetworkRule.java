package city.c3po.portfolio.schedule.network;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for a schedule network. */
public enum NetworkRule implements Rule {
    SOUND_NETWORK(INVALID, "Activities, links and constraints fit together. Each error names what does not."),
    SCHEDULE_WITHOUT_CYCLE(
            CONFLICT,
            "No activity waits for itself. Remove one link of the cycle (cycle, first and last are the same)."),
    ACTUALS_BY_DATA_DATE(
            INVALID,
            "What has happened has happened by the data date. Move the data date, or correct the actual date."),
    WITHIN_A_CENTURY(
            INVALID,
            "A schedule ends, and its data date lies, within a hundred years of its start. Check durations, lags and dates.");

    private final Kind kind;
    private final String sentence;

    NetworkRule(Kind kind, String sentence) {
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
