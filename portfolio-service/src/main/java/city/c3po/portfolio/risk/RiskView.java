package city.c3po.portfolio.risk;

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

/** A risk as callers see it. */
@Schema(name = "Risk", description = "What may happen to a project, how it is rated and what is done about it.")
record RiskView(
        UUID id,

        @Schema(description = "The number people use; never reused.", examples = "RSK-2026-0001")
        String number,

        String href,
        Reference project,
        RiskState state,
        RiskText text,

        @Schema(description = "Before anything was done about it.")
        Rated inherent,

        @Schema(description = "As of the last review.") Rated current,

        @Schema(description = "What is done about it; null before anybody responded.") @Nullable RiskResponse response,

        @Schema(description = "The day by which it is looked at again; null when it is no longer open.") @Nullable LocalDate nextReview,

        @Schema(description = "The issue it has become.") @Nullable Reference issue,

        @Schema(description = "Why it was closed.") @Nullable String closure,

        String createdBy,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "Whether its review is overdue today.") @Nullable Boolean reviewOverdue,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<RiskAction> allowedActions)
        implements Representation {

    /** @param today null, and so is reader, for what is journalled */
    static RiskView of(Risk risk, @Nullable Actor reader, @Nullable LocalDate today) {
        return new RiskView(
                risk.id(),
                risk.number(),
                risk.href(),
                risk.project().reference(),
                risk.riskState(),
                risk.text(),
                risk.inherent(),
                risk.current(),
                risk.response(),
                risk.nextReview(),
                risk.issue(),
                risk.closure(),
                risk.createdBy(),
                risk.createdAt(),
                risk.version(),
                today == null ? null : risk.overdue(today),
                reader == null ? null : risk.allowedActions(reader));
    }
}
