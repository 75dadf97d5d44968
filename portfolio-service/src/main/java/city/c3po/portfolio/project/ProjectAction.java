package city.c3po.portfolio.project;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a project, and by whom. */
public enum ProjectAction implements Action {
    EDIT(Side.OFFICE),
    ASSIGN_PPM(Side.OFFICE),
    PLACE(Side.OFFICE),
    NAME_PRODUCTS(Side.LEADER),
    START_PLANNING(Side.LEADER),
    DECIDE_IN_HOUSE(Side.LEADER),
    START_PROCUREMENT(Side.LEADER),
    START_EXECUTION(Side.LEADER),
    START_CLOSING(Side.LEADER),
    CLOSE(Side.LEADER),
    HOLD(Side.LEADER),
    RESUME(Side.LEADER),
    CANCEL(Side.OFFICE),
    FORECAST(Side.PPM),
    RECORD_ACTUAL(Side.PPM),
    FILE_SPECIAL_REPORT(Side.PPM),
    ANSWER_RECLASSIFICATION(Side.OFFICE),
    RECORD_COMPLIANCE(Side.LEADER),
    NAME_APPROVERS(Side.OFFICE),
    ADD_CRITERION(Side.LEADER),
    MEET_CRITERION(Side.LEADER),
    SUBMIT_GATE(Side.LEADER),
    JUDGE_GATE(Side.APPROVER),
    /** What follows from an event of the charter, from a date, or from the project's controls. */
    FOLLOW(Side.SUITE);

    enum Side {
        /** The portfolio office. */
        OFFICE,
        /** The project's PPM. */
        PPM,
        /** The project's PPM, or the portfolio office. */
        LEADER,
        /** Whoever the gate names. */
        APPROVER,
        /** Nobody by hand. */
        SUITE
    }

    private final Side side;

    ProjectAction(Side side) {
        this.side = side;
    }

    Side side() {
        return side;
    }

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
