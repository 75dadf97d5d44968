package city.c3po.portfolio.statusreport;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a report. */
public enum StatusReportAction implements Action {
    /** Say it anew, with the figures of this moment. */
    SAY,
    PUBLISH;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
