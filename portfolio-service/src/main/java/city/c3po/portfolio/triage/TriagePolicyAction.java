package city.c3po.portfolio.triage;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a policy version. */
public enum TriagePolicyAction implements Action {
    DRAFT,
    EDIT,
    PROPOSE,
    RETURN,
    ADOPT,
    /** Comes with the adoption of a later one; nobody asks for it. */
    SUPERSEDE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
