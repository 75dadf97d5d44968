package city.c3po.portfolio.board;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a board. */
public enum BoardAction implements Action {
    EDIT,
    SEAT_MEMBER,
    END_TERM;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
