package city.c3po.portfolio.changerequest;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for change requests. */
public enum ChangeRequestRule implements Rule {
    WRITER_ONLY(FORBIDDEN, "Only who wrote the change request, or the project's PPM, edits and submits it."),
    INVOLVED_ASKS(FORBIDDEN, "Only the project's people, its sponsor and its departments ask for changes."),
    SPONSOR_OR_OFFICE_DECIDES(FORBIDDEN, "Only the project's sponsor or a portfolio manager decides on a change."),
    ANOTHER_DECIDES(FORBIDDEN, "Nobody decides on the change that they asked for or assessed. Ask another."),
    WITHIN_AUTHORITY(
            FORBIDDEN,
            "With all that was approved since Baseline 0 this is above the sponsor's authority (cumulative, limit). A"
                    + " portfolio manager approves it, on the decision that allows it."),
    DECISION_NAMED(INVALID, "Above the sponsor's authority, name the decision that allows it (decision)."),
    BASELINE_FIRST(CONFLICT, "Before Baseline 0 there is nothing to change formally. Edit the schedule."),
    PROJECT_CURRENCY(INVALID, "The amount is in the currency of the baseline.");

    private final Kind kind;
    private final String sentence;

    ChangeRequestRule(Kind kind, String sentence) {
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
