package city.c3po.charter.signing;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a sign-off. */
public enum SignOffAction implements Action {
    VIEW,
    SIGN,
    DECLINE,
    /** What the ceremony does by itself: notify, remind, expire, withdraw, supersede. */
    CONDUCT;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
