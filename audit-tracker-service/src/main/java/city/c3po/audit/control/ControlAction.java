package city.c3po.audit.control;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a control. */
public enum ControlAction implements Action {
    SET_TARGET,
    NAME_ELEMENTS,
    /** What its subjects do. */
    MEASURE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
