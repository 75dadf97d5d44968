package city.c3po.portfolio.learning;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be done to an engagement. */
@Schema(name = "SupportEngagementAction")
public enum EngagementAction implements Action {
    ACCEPT,
    DECLINE,
    COMPLETE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
