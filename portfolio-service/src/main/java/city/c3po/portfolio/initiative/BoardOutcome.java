package city.c3po.portfolio.initiative;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the board can decide. */
@Schema(name = "BoardOutcome")
public enum BoardOutcome {
    APPROVED(InitiativeState.APPROVED),
    CONDITIONALLY_APPROVED(InitiativeState.CONDITIONALLY_APPROVED),
    DEFERRED(InitiativeState.DEFERRED),
    REJECTED(InitiativeState.REJECTED);

    private final InitiativeState state;

    BoardOutcome(InitiativeState state) {
        this.state = state;
    }

    InitiativeState state() {
        return state;
    }
}
