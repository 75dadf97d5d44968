package city.c3po.inventory.review;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A review as callers see it. Imports build the same in SQL: {@code match_review_state}. */
@Schema(
        name = "MatchReview",
        description = "A row of an import that a person decides, or that waits for the rest of it.")
public record MatchReviewView(
        UUID id,
        String href,
        MatchReviewState state,
        String source,
        @Nullable String nativeKey,
        UUID importId,
        int line,
        @Nullable String kind,
        @Nullable String rowState,

        @Schema(description = "What the row says.", implementation = Object.class, type = SchemaType.OBJECT)
        JsonNode said,

        @Schema(description = "Why it could not be decided without a person.")
        String reason,

        @Schema(description = "Assets it may be.") List<UUID> candidates,

        @Schema(description = "The earlier line of the same file that says something of the same asset.") @Nullable Integer earlier,

        @Schema(description = "What it turned out to be.") @Nullable UUID asset,

        @Nullable String decidedBy,
        @Nullable String comment,
        Instant openedAt,

        @Schema(description = "How long an incomplete row is held.") @Nullable Instant until,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<MatchReviewAction> allowedActions)
        implements Representation {

    static MatchReviewView of(MatchReview review, @Nullable Actor reader) {
        return new MatchReviewView(
                review.id(),
                review.href(),
                review.reviewState(),
                review.source(),
                review.nativeKey(),
                review.importId(),
                review.line(),
                review.kind(),
                review.rowState(),
                review.said(),
                review.reason(),
                review.candidates(),
                review.earlier(),
                review.asset(),
                review.decidedBy(),
                review.comment(),
                review.openedAt(),
                review.until(),
                reader == null ? null : review.allowedActions(reader));
    }
}
