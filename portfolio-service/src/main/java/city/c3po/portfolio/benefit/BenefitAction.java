package city.c3po.portfolio.benefit;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a benefit. */
public enum BenefitAction implements Action {
    EDIT,
    READ_OFF,
    CLOSE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
