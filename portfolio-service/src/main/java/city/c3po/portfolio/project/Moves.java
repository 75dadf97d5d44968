package city.c3po.portfolio.project;

/** Which move leads where, and which gate stands before it. */
final class Moves {
    private Moves() {}

    static ProjectState to(ProjectAction move) {
        return switch (move) {
            case START_PLANNING -> ProjectState.PLANNING;
            case START_PROCUREMENT -> ProjectState.PROCURING;
            case START_EXECUTION -> ProjectState.EXECUTING;
            case START_CLOSING -> ProjectState.CLOSING;
            case CLOSE -> ProjectState.CLOSED;
            case EDIT,
                    ASSIGN_PPM,
                    PLACE,
                    NAME_PRODUCTS,
                    DECIDE_IN_HOUSE,
                    HOLD,
                    RESUME,
                    CANCEL,
                    FORECAST,
                    RECORD_ACTUAL,
                    FILE_SPECIAL_REPORT,
                    ANSWER_RECLASSIFICATION,
                    RECORD_COMPLIANCE,
                    NAME_APPROVERS,
                    ADD_CRITERION,
                    MEET_CRITERION,
                    SUBMIT_GATE,
                    JUDGE_GATE,
                    FOLLOW -> throw noMove(move);
        };
    }

    static GateName gate(ProjectAction move) {
        return switch (to(move)) {
            case PLANNING -> GateName.G1;
            case PROCURING -> GateName.G2;
            case EXECUTING -> GateName.G3;
            case CLOSING -> GateName.G4;
            case CLOSED -> GateName.G5;
            case INITIATING, ON_HOLD, CANCELLED -> throw noMove(move);
        };
    }

    private static IllegalArgumentException noMove(ProjectAction action) {
        return new IllegalArgumentException(action + " moves through no gate");
    }
}
