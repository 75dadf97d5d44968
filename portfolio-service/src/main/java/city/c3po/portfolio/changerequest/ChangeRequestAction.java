package city.c3po.portfolio.changerequest;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a change request. */
public enum ChangeRequestAction implements Action {
    EDIT,
    SUBMIT,
    ASSESS,
    APPROVE,
    REJECT,
    DEFER,
    /** What follows from a baseline. */
    IMPLEMENT;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
