package city.c3po.portfolio.initiative;

import city.c3po.platform.value.Reference;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much an initiative serves a goal. */
@Schema(name = "Alignment", description = "How much it serves a goal of the city.")
record Alignment(
        Reference goal,

        @Schema(description = "0 not at all, 1 a little, 2 well, 3 it is about it.")
        int level,

        @Schema(description = "Why, in one sentence.") String sentence,
        @Schema(description = "Subject of who judged it.") String by,
        Instant at) {}
