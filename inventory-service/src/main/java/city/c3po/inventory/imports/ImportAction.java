package city.c3po.inventory.imports;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to an import. */
public enum ImportAction implements Action {
    APPROVE,
    REJECT,
    /** By the service itself. */
    ADVANCE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
