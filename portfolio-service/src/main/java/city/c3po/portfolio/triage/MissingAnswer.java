package city.c3po.portfolio.triage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer that is not known yet. */
@Schema(name = "MissingAnswer", description = "An answer that is not known yet.")
public record MissingAnswer(
        @Schema(description = "Where in the initiative the answer belongs (RFC 6901).", examples = "/profile/safety")
        String pointer,

        @Schema(description = "What to answer.", examples = "Say yes or no: touches safety.")
        String question) {}
