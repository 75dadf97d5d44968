package city.c3po.charter.template;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a template version. */
public enum TemplateAction implements Action {
    EDIT,
    ADOPT,
    /** Done by the adoption of the next one. */
    SUPERSEDE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
