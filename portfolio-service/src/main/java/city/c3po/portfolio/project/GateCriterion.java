package city.c3po.portfolio.project;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that must be so before a gate opens.
 *
 * @param mandatory no condition stands in for it
 */
@Schema(name = "GateCriterion", description = "One thing that must be so before the gate opens.")
public record GateCriterion(
        @Schema(examples = "charter-committed") String code,
        String text,
        @Schema(description = "Who can say that it is met.") Source source,

        @Schema(description = "No condition stands in for it.")
        boolean mandatory,

        boolean met,

        @Schema(description = "What shows that it is met: a document, a number, a link.") @Nullable String evidence,

        @Schema(description = "Subject of who said so.") @Nullable String metBy,

        @Nullable Instant metAt) {

    /** Who can say that a criterion is met. */
    @Schema(name = "GateCriterionSource")
    public enum Source {
        /** The project's people, with evidence. */
        PROJECT,
        /** An event of the project's charter. */
        CHARTER,
        /** A condition of the board's approval. */
        BOARD,
        /** A condition on which the gate was opened. */
        CONDITION
    }

    static GateCriterion open(String code, String text, Source source, boolean mandatory) {
        return new GateCriterion(code, text, source, mandatory, false, null, null, null);
    }

    GateCriterion metWith(String evidence, String by, Instant at) {
        return new GateCriterion(code, text, source, mandatory, true, evidence, by, at);
    }

    GateCriterion reopened() {
        return open(code, text, source, mandatory);
    }
}
