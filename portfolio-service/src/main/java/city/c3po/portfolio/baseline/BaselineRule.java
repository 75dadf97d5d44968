package city.c3po.portfolio.baseline;

import static city.c3po.platform.rule.Kind.ABSENT;
import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for baselines. */
public enum BaselineRule implements Rule {
    ANOTHER_APPROVES(
            FORBIDDEN,
            "Nobody approves or returns the baseline that they wrote or submitted. Ask the sponsor or another"
                    + " portfolio manager."),
    SPONSOR_OR_OFFICE(FORBIDDEN, "Only the project's sponsor or a portfolio manager approves a baseline."),
    COST_BASELINE(CONFLICT, "No activity of the schedule has a budget. Say budgets first."),
    ONE_DRAFT(CONFLICT, "Another baseline of this project is not decided yet (open). Decide it first."),
    CHANGE_APPROVED(
            CONFLICT,
            "After Baseline 0 planned values change only by an approved change request. Have one approved first."),
    WITHIN_APPROVED_CHANGES(
            CONFLICT,
            "The baseline differs by more than the approved changes allow (allowed, asked). Ask for the difference"
                    + " first."),
    NO_BASELINE(ABSENT, "The project has no approved baseline yet.");

    private final Kind kind;
    private final String sentence;

    BaselineRule(Kind kind, String sentence) {
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
