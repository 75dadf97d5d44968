package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.initiative.InitiativeState.APPROVED;
import static city.c3po.portfolio.initiative.InitiativeState.CONDITIONALLY_APPROVED;
import static city.c3po.portfolio.initiative.InitiativeState.CONVERTED;
import static city.c3po.portfolio.initiative.InitiativeState.DEFERRED;
import static city.c3po.portfolio.initiative.InitiativeState.DELEGATED;
import static city.c3po.portfolio.initiative.InitiativeState.DRAFT;
import static city.c3po.portfolio.initiative.InitiativeState.ON_DOCKET;
import static city.c3po.portfolio.initiative.InitiativeState.REJECTED;
import static city.c3po.portfolio.initiative.InitiativeState.SCORED;
import static city.c3po.portfolio.initiative.InitiativeState.SUBMITTED;
import static city.c3po.portfolio.initiative.InitiativeState.TRIAGED;
import static city.c3po.portfolio.initiative.InitiativeState.UNDER_REVIEW;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Set;

/** What can be done to an initiative, by which side, and from which states. */
public enum InitiativeAction implements Action {
    EDIT(Side.DEPARTMENT, DRAFT, SUBMITTED, TRIAGED, DELEGATED, UNDER_REVIEW, SCORED),
    SUBMIT(Side.DEPARTMENT, DRAFT),
    WITHDRAW(Side.DEPARTMENT, DRAFT, SUBMITTED, TRIAGED, UNDER_REVIEW, SCORED, ON_DOCKET),
    RETURN(Side.OFFICE, SUBMITTED, TRIAGED, UNDER_REVIEW, SCORED, ON_DOCKET),
    ASSIGN_PPM(Side.OFFICE, SUBMITTED, TRIAGED, UNDER_REVIEW),
    DELEGATE(Side.OFFICE, TRIAGED),
    START_REVIEW(Side.OFFICE, TRIAGED),
    /** The department may ask as well, but only upward. */
    OVERRIDE_TRIAGE(Side.EITHER, SUBMITTED, TRIAGED, DELEGATED, UNDER_REVIEW),
    CONFIRM_OVERRIDE(Side.OFFICE, SUBMITTED, TRIAGED, DELEGATED, UNDER_REVIEW),
    REJECT_OVERRIDE(Side.OFFICE, SUBMITTED, TRIAGED, DELEGATED, UNDER_REVIEW),
    MARK_DUPLICATE(Side.OFFICE, SUBMITTED, TRIAGED, UNDER_REVIEW),
    MERGE(Side.OFFICE, SUBMITTED, TRIAGED, UNDER_REVIEW),
    ANSWER_LESSON(Side.DEPARTMENT, DRAFT, SUBMITTED, TRIAGED, UNDER_REVIEW),
    ALIGN(Side.OFFICE, TRIAGED, UNDER_REVIEW, SCORED),
    SCORE(Side.OFFICE, UNDER_REVIEW),
    /** Part of a meeting of the board. */
    DOCKET(Side.BOARD, SCORED, ON_DOCKET, DEFERRED, APPROVED, CONDITIONALLY_APPROVED, REJECTED),
    /** Part of a meeting of the board. */
    DECIDE(Side.BOARD, ON_DOCKET, APPROVED, CONDITIONALLY_APPROVED, REJECTED),
    CONVERT(Side.OFFICE, DELEGATED, APPROVED, CONDITIONALLY_APPROVED),
    CLOSE(Side.OFFICE, CONVERTED);

    /** What has a path of its own under the initiative. */
    static final Set<InitiativeAction> BY_HAND = EnumSet.complementOf(EnumSet.of(DOCKET, DECIDE));

    enum Side {
        DEPARTMENT,
        OFFICE,
        EITHER,
        BOARD
    }

    private final Side side;
    private final Set<InitiativeState> from;

    InitiativeAction(Side side, InitiativeState... from) {
        this.side = side;
        this.from = Set.of(from);
    }

    Side side() {
        return side;
    }

    boolean possibleFrom(InitiativeState state) {
        return from.contains(state);
    }

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
