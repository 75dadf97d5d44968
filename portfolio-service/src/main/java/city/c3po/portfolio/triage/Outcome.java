package city.c3po.portfolio.triage;

import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The class a triage puts an initiative in. */
@Schema(name = "TriageOutcome")
public enum Outcome {
    /** The portfolio office is in the mix. */
    MAJOR,
    /** The department runs it; the portfolio office offers support. */
    MINOR,
    /** Not to be said yet: answers are missing. */
    NEEDS_INFORMATION,
    /** Small by itself, but not together with others of its department: two people look. */
    AGGREGATION_REVIEW;

    /** Whether it is one of the two that an initiative is routed by. */
    public boolean isKnown() {
        return switch (this) {
            case MAJOR, MINOR -> true;
            case NEEDS_INFORMATION, AGGREGATION_REVIEW -> false;
        };
    }

    static Outcome of(Collection<Answer> answers) {
        if (answers.contains(Answer.TRUE)) {
            return MAJOR;
        }
        // unknown is never minor
        return answers.contains(Answer.UNKNOWN) ? NEEDS_INFORMATION : MINOR;
    }
}
