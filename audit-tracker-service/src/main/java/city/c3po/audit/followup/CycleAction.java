package city.c3po.audit.followup;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a follow-up cycle. */
public enum CycleAction implements Action {
    EDIT,
    START_COLLECTING,
    START_VERIFYING,
    FREEZE,
    PUBLISH;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
