package city.c3po.charter.evaluation;

import java.util.EnumSet;
import java.util.Set;

/** Where an evaluation stands; the only table of its legal moves. */
public enum EvaluationState {
    DRAFT,
    /** The vendor has 14 days to respond. */
    ISSUED,
    VENDOR_RESPONSE,
    REVIEWED,
    /** Signed. */
    FINAL;

    Set<EvaluationState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(ISSUED);
            case ISSUED -> EnumSet.of(VENDOR_RESPONSE, REVIEWED);
            case VENDOR_RESPONSE -> EnumSet.of(REVIEWED);
            case REVIEWED -> EnumSet.of(FINAL);
            case FINAL -> EnumSet.noneOf(EvaluationState.class);
        };
    }
}
