package city.c3po.portfolio.forecast;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** Nothing is ever done to a forecast; it is run once. */
public enum ForecastRunAction implements Action {
    RUN;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
