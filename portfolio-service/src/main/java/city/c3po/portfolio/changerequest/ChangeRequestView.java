package city.c3po.portfolio.changerequest;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change request as callers see it. */
@Schema(name = "ChangeRequest", description = "A wish to change what was approved, and what became of it.")
record ChangeRequestView(
        UUID id,

        @Schema(description = "The number people use; never reused.", examples = "CHG-2026-0001")
        String number,

        String href,
        Reference project,
        ChangeRequestState state,
        ChangeText text,

        @Schema(description = "What it costs; null before it is assessed.") @Nullable Impact impact,

        @Nullable String assessedBy,
        @Nullable String decidedBy,

        @Schema(description = "What the decision says.") @Nullable String comment,

        @Schema(description = "The decision that allows what is above the sponsor's authority.") @Nullable String decision,

        @Schema(description = "The baseline that carries it out.") @Nullable Reference baseline,

        @Schema(description = "The issue that asks for it.") @Nullable Reference issue,

        String createdBy,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ChangeRequestAction> allowedActions)
        implements Representation {

    static ChangeRequestView of(ChangeRequest request, @Nullable Actor reader) {
        return new ChangeRequestView(
                request.id(),
                request.number(),
                request.href(),
                request.project().reference(),
                request.requestState(),
                request.text(),
                request.assessed(),
                request.assessedBy(),
                request.decidedBy(),
                request.comment(),
                request.decision(),
                request.baseline(),
                request.issue(),
                request.createdBy(),
                request.createdAt(),
                request.version(),
                reader == null ? null : request.allowedActions(reader));
    }
}
