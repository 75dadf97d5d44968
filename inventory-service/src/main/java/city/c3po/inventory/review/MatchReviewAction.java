package city.c3po.inventory.review;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a review. */
public enum MatchReviewAction implements Action {
    LINK,
    REGISTER,
    DISMISS,
    /** By the service itself, when the rest was told or the time is over. */
    CLOSE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
