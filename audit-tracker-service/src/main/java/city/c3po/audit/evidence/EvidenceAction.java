package city.c3po.audit.evidence;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a piece of evidence. */
public enum EvidenceAction implements Action {
    UPLOAD,
    REVISE,
    WITHDRAW,
    /** A verification rests on it. */
    FREEZE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
