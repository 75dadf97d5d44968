package city.c3po.portfolio.policy;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to an edition of a policy. */
public enum PolicyAction implements Action {
    EDIT,
    ADOPT,
    ACKNOWLEDGE,
    /** When the next edition is adopted. */
    SUPERSEDE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
