package city.c3po.charter.engagement;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to an engagement. */
public enum EngagementAction implements Action {
    EDIT,
    PLAN_POSITION,
    NOMINATE,
    /** Review, approve, reject, activate, release. */
    ANSWER,
    /** What time does. */
    WATCH;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
