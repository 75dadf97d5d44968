package city.c3po.reporting.report;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a report's figures stand, and where.
 *
 * @param head the last position of the log that it tells; its id stands for it in the feed
 * @param sha256 of the model's canonical JSON, hexadecimal
 * @param previous the report before it in the body's public chain; null for the first
 * @param compared the report that its figures begin with; null for the first
 * @param override why it was frozen although a source was not complete; null when all were
 */
@Schema(name = "FrozenReport", description = "That a report's figures stand, and where.")
public record Frozen(
        @Schema(description = "Grows each time the report is frozen anew.")
        int revision,

        @Schema(description = "The last position of the log that it tells.")
        long head,

        @Schema(description = "SHA-256 of the model's canonical JSON (RFC 8785), hexadecimal.")
        String sha256,

        @Schema(nullable = true, description = "The report before it in the public chain.") @Nullable UUID previous,

        @Schema(nullable = true, description = "Its SHA-256, which is part of this one's.") @Nullable String previousSha256,

        @Schema(nullable = true, description = "The report that its figures begin with.") @Nullable UUID compared,

        Instant at,

        @Schema(description = "Who asked for it.") String by,

        @Schema(
                nullable = true,
                description = "Why it was frozen although a source was not complete; printed on the report.")
        @Nullable String override) {}
