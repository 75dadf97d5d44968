package city.c3po.portfolio.scoring;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be done to a scoring model. */
@Schema(name = "ScoringModelAction")
public enum ModelAction implements Action {
    EDIT,
    ADOPT,
    /** When a later one is adopted. */
    SUPERSEDE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
