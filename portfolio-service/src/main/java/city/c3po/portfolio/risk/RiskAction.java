package city.c3po.portfolio.risk;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a risk. */
public enum RiskAction implements Action {
    EDIT,
    RESPOND,
    REVIEW,
    OCCUR,
    CLOSE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
