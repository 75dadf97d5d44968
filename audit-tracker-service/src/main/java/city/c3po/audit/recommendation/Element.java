package city.c3po.audit.recommendation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part that can be tested by itself. */
@Schema(name = "RecommendationElement", description = "A part that can be tested by itself.")
public record Element(
        @Schema(examples = "E1") String key,

        @Schema(description = "Left out of the events of confidential recommendations.") @Nullable String text,

        @Schema(description = "Whether the issuing body verified it.")
        boolean verified) {

    Element withVerified(boolean found) {
        return new Element(key, text, found);
    }

    Element silent() {
        return new Element(key, null, verified);
    }
}
