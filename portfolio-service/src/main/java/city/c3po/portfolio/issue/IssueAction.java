package city.c3po.portfolio.issue;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to an issue. */
public enum IssueAction implements Action {
    EDIT,
    ADD_ACTION,
    FINISH_ACTION,
    DECIDE,
    REQUEST_CHANGE,
    RESOLVE,
    REOPEN,
    CLOSE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
