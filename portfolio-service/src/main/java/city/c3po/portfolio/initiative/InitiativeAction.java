package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.initiative.InitiativeState.DELEGATED;
import static city.c3po.portfolio.initiative.InitiativeState.DRAFT;
import static city.c3po.portfolio.initiative.InitiativeState.SUBMITTED;
import static city.c3po.portfolio.initiative.InitiativeState.TRIAGED;
import static city.c3po.portfolio.initiative.InitiativeState.UNDER_REVIEW;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/** What can be done to an initiative, by which side, and from which states. */
public enum InitiativeAction implements Action {
    EDIT(Side.DEPARTMENT, DRAFT, SUBMITTED, TRIAGED, DELEGATED, UNDER_REVIEW),
    SUBMIT(Side.DEPARTMENT, DRAFT),
    WITHDRAW(Side.DEPARTMENT, DRAFT, SUBMITTED, TRIAGED, UNDER_REVIEW),
    RETURN(Side.OFFICE, SUBMITTED, TRIAGED, UNDER_REVIEW),
    ASSIGN_PPM(Side.OFFICE, SUBMITTED, TRIAGED, UNDER_REVIEW),
    DELEGATE(Side.OFFICE, TRIAGED),
    START_REVIEW(Side.OFFICE, TRIAGED),
    /** The department may ask as well, but only upward. */
    OVERRIDE_TRIAGE(Side.EITHER, SUBMITTED, TRIAGED, DELEGATED, UNDER_REVIEW),
    CONFIRM_OVERRIDE(Side.OFFICE, SUBMITTED, TRIAGED, DELEGATED, UNDER_REVIEW),
    REJECT_OVERRIDE(Side.OFFICE, SUBMITTED, TRIAGED, DELEGATED, UNDER_REVIEW),
    MARK_DUPLICATE(Side.OFFICE, SUBMITTED, TRIAGED, UNDER_REVIEW),
    MERGE(Side.OFFICE, SUBMITTED, TRIAGED, UNDER_REVIEW);

    enum Side {
        DEPARTMENT,
        OFFICE,
        EITHER
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
