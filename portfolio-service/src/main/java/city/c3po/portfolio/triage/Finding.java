package city.c3po.portfolio.triage;

import java.util.List;
import java.util.SequencedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one criterion found.
 *
 * @param used the inputs and the line it compared, as a person would write them; null for what is not known
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

        @Schema(description = "The inputs it used and the line it compared them with. Null: not known.")
        SequencedMap<String, @Nullable String> used,

        List<MissingAnswer> missing) {}
