package city.c3po.inventory.licence;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to an entitlement. */
public enum EntitlementAction implements Action {
    EDIT,
    ALLOCATE,
    RELEASE,
    RENEW,
    END;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
