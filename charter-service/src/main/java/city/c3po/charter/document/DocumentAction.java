package city.c3po.charter.document;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a document. */
public enum DocumentAction implements Action {
    UPLOAD,
    CHECK_LINK,
    WITHDRAW;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
