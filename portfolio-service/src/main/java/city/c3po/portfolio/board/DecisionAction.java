package city.c3po.portfolio.board;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** Nobody changes a decision by hand; a later one supersedes it. */
public enum DecisionAction implements Action {
    SUPERSEDE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
