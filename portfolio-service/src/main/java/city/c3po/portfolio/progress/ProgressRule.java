package city.c3po.portfolio.progress;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for progress, beyond what its figures ask. */
public enum ProgressRule implements Rule {
    BASELINE_IN_FORCE(
            CONFLICT, "Value is earned against a baseline, and none is approved yet. Have one approved first."),
    END_OF_MONTH(INVALID, "A period ends on the last day of a month, and not in the future."),
    IN_ORDER(
            CONFLICT,
            "Periods are recorded in order; an earlier one is open still (open), or a later one is on record."),
    ESTIMATE_NOT_NEGATIVE(INVALID, "What is still to be spent is zero or more.");

    private final Kind kind;
    private final String sentence;

    ProgressRule(Kind kind, String sentence) {
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
