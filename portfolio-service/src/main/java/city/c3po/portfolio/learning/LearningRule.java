package city.c3po.portfolio.learning;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for support engagements and trainings. */
public enum LearningRule implements Rule {
    OFFICE_SUPPORTS(FORBIDDEN, "Only a portfolio manager offers support and training."),
    DEPARTMENT_ANSWERS(FORBIDDEN, "Only the initiative's department accepts or declines the support."),
    KNOWN_SUPPORTED_INITIATIVE(INVALID, "There is no such initiative, or none that you may see."),
    DELEGATED_INITIATIVE(CONFLICT, "Support is offered for initiatives that were delegated (initiativeState)."),
    SUPPORTED_ONCE(CONFLICT, "An engagement for this initiative is open already (engagement)."),
    KNOWN_SESSION(INVALID, "The training has no such session. sessions lists them."),
    SESSION_TAKES_PLACE_FIRST(CONFLICT, "Attendance is recorded on the session's day or later (day)."),
    EACH_ATTENDEE_ONCE(INVALID, "Each person is named once.");

    private final Kind kind;
    private final String sentence;

    LearningRule(Kind kind, String sentence) {
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
