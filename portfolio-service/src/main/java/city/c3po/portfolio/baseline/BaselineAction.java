package city.c3po.portfolio.baseline;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a baseline. */
public enum BaselineAction implements Action {
    /** Take the schedule as it is now. */
    REFRESH,
    SUBMIT,
    RETURN,
    APPROVE,
    SUPERSEDE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
