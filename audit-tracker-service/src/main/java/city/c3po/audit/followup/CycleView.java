package city.c3po.audit.followup;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A follow-up cycle as callers see it. */
@Schema(name = "FollowUpCycle", description = "One body's follow-up on all its recommendations, as of a day.")
public record CycleView(
        UUID id,

        @Schema(description = "The number people use; never reused.", examples = "FUC-2026-0001")
        String number,

        String href,
        String title,
        String body,
        LocalDate asOf,
        CycleState state,

        @Schema(description = "The cycle whose closing is this one's opening.") @Nullable Reference previous,

        @Schema(description = "Once frozen.") @Nullable Ledger ledger,

        @Schema(description = "Once frozen.") @Nullable Measures measures,

        boolean sampleData,
        @Nullable Instant frozenAt,
        @Nullable Instant publishedAt,
        String createdBy,
        Instant createdAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<CycleAction> allowedActions)
        implements Representation {

    static CycleView of(FollowUpCycle cycle, @Nullable Actor reader) {
        var previous = cycle.previous();
        return new CycleView(
                cycle.id(),
                cycle.number(),
                cycle.href(),
                cycle.title(),
                cycle.body(),
                cycle.asOf(),
                cycle.stage(),
                previous == null
                        ? null
                        : new Reference("followUpCycle", previous.toString(), null, "/v1/follow-up-cycles/" + previous),
                cycle.ledger(),
                cycle.measures(),
                cycle.sampleData(),
                cycle.frozenAt(),
                cycle.publishedAt(),
                cycle.createdBy(),
                cycle.createdAt(),
                reader == null ? null : cycle.allowedActions(reader));
    }
}
