package city.c3po.portfolio.learning;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a training. */
public enum TrainingAction implements Action {
    EDIT,
    ADD_SESSION,
    RECORD_ATTENDANCE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
