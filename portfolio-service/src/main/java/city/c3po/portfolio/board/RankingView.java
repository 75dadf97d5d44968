package city.c3po.portfolio.board;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ranking as callers see it. */
@Schema(name = "Ranking", description = "What comes first in a fiscal year.")
public record RankingView(
        UUID id,
        @Schema(examples = "RNK-2026-0001") String number,
        String href,
        Reference board,

        @Schema(description = "Begins on 1 July of the year before; named by the year it ends in.")
        int fiscalYear,

        @Schema(description = "How often it was ranked.") int edition,
        List<RankedInitiative> places,
        Instant rankedAt,
        String rankedBy,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<RankingAction> allowedActions)
        implements Representation {

    static RankingView of(Ranking ranking, @Nullable Actor reader) {
        return new RankingView(
                ranking.id(),
                ranking.number(),
                ranking.href(),
                ranking.board(),
                ranking.fiscalYear(),
                ranking.edition(),
                ranking.places(),
                ranking.rankedAt(),
                ranking.rankedBy(),
                ranking.version(),
                reader == null ? null : ranking.allowedActions(reader));
    }
}
