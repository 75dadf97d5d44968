package city.c3po.portfolio.triage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one criterion found.
 *
 * @param used the inputs and the line it compared
 * @param missing what would have to be answered
 */
@Schema(name = "TriageFinding", description = "What one criterion found, and why.")
public record Finding(
        Criterion criterion,
        Answer answer,

        @Schema(
                description = "Why, in one sentence.",
                examples = "The likely one-time cost of USD 620,000.00 is greater than USD 500,000.00.")
        String explanation,

        @Schema(description = "The inputs it used, and the line it compared them with.")
        List<UsedInput> used,

        List<MissingAnswer> missing) {

    /**
     * One thing that was looked at.
     *
     * @param value as a person would write it; null where it is not known
     */
    @Schema(name = "UsedInput", description = "One thing that was looked at, as a person would write it.")
    public record UsedInput(String name, @Nullable String value) {}
}
