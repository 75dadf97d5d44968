package city.c3po.portfolio.statusreport;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import city.c3po.portfolio.project.Colour;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A divergence as callers see it. */
@Schema(name = "Divergence", description = "A colour that was reported and is not the one that the figures give.")
record DivergenceView(
        UUID id,
        String href,
        Reference project,
        DivergenceState state,
        @Schema(description = "The status report it is in.") Reference report,
        @Schema(description = "Last day of the period.") LocalDate end,

        @Schema(description = "Null where it is the colour of the whole.") @Nullable Dimension dimension,

        Colour computed,
        Colour reported,

        @Schema(description = "Why they differ, as was reported.")
        String reason,

        String reportedBy,

        @Schema(description = "Why it is explained; null while it is open.") @Nullable String explanation,

        @Nullable String explainedBy,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<DivergenceAction> allowedActions)
        implements Representation {

    static DivergenceView of(Divergence divergence, @Nullable Actor reader) {
        return new DivergenceView(
                divergence.id(),
                divergence.href(),
                divergence.project().reference(),
                divergence.divergenceState(),
                divergence.report(),
                divergence.end(),
                divergence.dimension(),
                divergence.computed(),
                divergence.reported(),
                divergence.reason(),
                divergence.reportedBy(),
                divergence.explanation(),
                divergence.explainedBy(),
                divergence.createdAt(),
                divergence.version(),
                reader == null ? null : divergence.allowedActions(reader));
    }
}
