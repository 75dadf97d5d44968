package city.c3po.portfolio.resource;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to an allocation. */
public enum AllocationAction implements Action {
    EDIT,
    REQUEST,
    REJECT,
    CONFIRM,
    ALLOCATE,
    COMPLETE,
    CANCEL;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
