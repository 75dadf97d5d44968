package city.c3po.inventory.renewal;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a renewal. */
public enum RenewalAction implements Action {
    DECIDE,
    /** By the clock. */
    LOOK;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
