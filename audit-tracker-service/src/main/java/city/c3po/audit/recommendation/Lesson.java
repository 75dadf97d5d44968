package city.c3po.audit.recommendation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the city learned by it. */
@Schema(name = "RecommendationLesson", description = "What the city learned by implementing it.")
public record Lesson(
        @Schema(description = "Left out of the events of confidential recommendations.") @Nullable String text,

        String by,
        Instant at) {}
