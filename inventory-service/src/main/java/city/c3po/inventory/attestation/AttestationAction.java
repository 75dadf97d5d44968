package city.c3po.inventory.attestation;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to an attestation. */
public enum AttestationAction implements Action {
    CONFIRM,
    /** With its campaign. */
    CALL_OFF,
    /** By the clock. */
    LOOK;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
