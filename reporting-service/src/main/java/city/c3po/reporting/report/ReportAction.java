package city.c3po.reporting.report;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a report. */
public enum ReportAction implements Action {
    SCHEDULE,
    EDIT,
    COLLECT,
    FREEZE,
    REVIEW,
    RETURN,
    PUBLISH,
    SUPERSEDE,
    WITHDRAW,
    CANCEL;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
