package city.c3po.charter.evaluation;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to an evaluation. */
public enum EvaluationAction implements Action {
    EDIT,
    ISSUE,
    RESPOND,
    REVIEW,
    FINALIZE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
