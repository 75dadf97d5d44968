package city.c3po.audit.recommendation;

import city.c3po.platform.value.Reference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How two recommendations belong together. */
@Schema(name = "RecommendationLink", description = "How two recommendations belong together.")
public record Link(Type type, Reference recommendation) {

    /** The kinds: a repeated finding, one in the place of another, one that waits for another. */
    @Schema(name = "RecommendationLinkType")
    public enum Type {
        REPEATS,
        SUPERSEDES,
        DEPENDS_ON
    }
}
