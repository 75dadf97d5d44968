package city.c3po.portfolio.issue;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for issues. */
public enum IssueRule implements Rule {
    INVOLVED_RAISES(FORBIDDEN, "Only the project's people, its sponsor and its departments raise issues."),
    OWNER_OR_LEADER(FORBIDDEN, "Only the owner, the project's PPM or a portfolio manager does this."),
    ACTION_OWNER_FINISHES(
            FORBIDDEN, "Only the owner of the action or of the issue, the PPM or a portfolio manager says it is done."),
    PROJECT_GOES_ON(CONFLICT, "The project is closed or cancelled; issues are raised in projects that go on."),
    KNOWN_ACTION(INVALID, "The issue has no such action. actions lists them."),
    ACTION_FINISHED_ONCE(CONFLICT, "The action is finished already."),
    ACTIONS_FINISHED(CONFLICT, "Some of its actions are not finished yet (open). Finish them first."),
    FEW_ACTIONS(CONFLICT, "An issue has up to 100 actions and 100 decisions. Raise another issue.");

    private final Kind kind;
    private final String sentence;

    IssueRule(Kind kind, String sentence) {
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
