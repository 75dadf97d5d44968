package city.c3po.audit.audit;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a finding. */
public enum FindingAction implements Action {
    /** A recommendation follows from it. */
    RECOMMEND,
    ADD_ADDENDUM;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
