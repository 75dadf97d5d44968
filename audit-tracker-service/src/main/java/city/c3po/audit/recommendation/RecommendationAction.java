package city.c3po.audit.recommendation;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a recommendation. */
public enum RecommendationAction implements Action {
    RESPOND,
    PLAN,
    START,
    NEAR_COMPLETION,
    SIGN_OFF,
    CLAIM,
    STEP_BACK,
    PROPOSE_ALTERNATIVE,
    DECLINE,
    REPORT_STATUS,
    SET_TARGET,
    PLAN_ACTION,
    COMPLETE_MILESTONE,
    REQUEST_EXTENSION,
    DECIDE_EXTENSION,
    REASSIGN,
    ADD_EVIDENCE,
    ADD_ADDENDUM,
    LINK,
    RECORD_LESSON,
    VERIFY,
    CLOSE,
    REOPEN,
    DISMISS_REGRESSION,
    RECORD_RETEST,
    /** What time does. */
    WATCH;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
