package city.c3po.audit.direction;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a direction. */
public enum DirectionAction implements Action {
    ANSWER,
    SATISFY,
    SEND_BACK,
    WITHDRAW,
    /** What time does. */
    REMIND;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
