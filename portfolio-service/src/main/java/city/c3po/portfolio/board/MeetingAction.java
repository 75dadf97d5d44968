package city.c3po.portfolio.board;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a meeting, and by whom. */
public enum MeetingAction implements Action {
    DOCKET(Side.CHAIR_OR_OFFICE),
    REMOVE(Side.CHAIR_OR_OFFICE),
    OPEN(Side.CHAIR),
    ATTEND(Side.MEMBER),
    LEAVE(Side.MEMBER),
    RECUSE(Side.MEMBER),
    MOVE(Side.MEMBER),
    VOTE(Side.MEMBER),
    CLOSE_VOTE(Side.MEMBER),
    ADJOURN(Side.CHAIR),
    APPROVE_MINUTES(Side.MEMBER);

    enum Side {
        CHAIR,
        CHAIR_OR_OFFICE,
        MEMBER
    }

    private final Side side;

    MeetingAction(Side side) {
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
