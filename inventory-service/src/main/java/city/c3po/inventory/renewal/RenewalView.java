package city.c3po.inventory.renewal;

import city.c3po.inventory.licence.Expiring;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A renewal as callers see it. */
@Schema(name = "Renewal", description = "The end of one term of an entitlement, and what is decided about it.")
public record RenewalView(
        UUID id,
        String href,
        RenewalState state,
        Expiring entitlement,
        LocalDate termEnd,

        @Schema(description = "Last day to give notice: the end of the term less the days of notice.")
        LocalDate noticeDeadline,

        @Schema(description = "Last day to decide, so that the approval comes in time for the notice.")
        LocalDate decisionDeadline,

        @Schema(description = "Alerts told so far, in days before the decision deadline.")
        List<Integer> alerted,

        @Nullable Decision decision,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        Instant openedAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<RenewalAction> allowedActions)
        implements Representation {

    static RenewalView of(Renewal one, @Nullable Actor reader) {
        return new RenewalView(
                one.id(),
                one.href(),
                one.renewalState(),
                one.entitled(),
                one.termEnd(),
                one.noticeDeadline(),
                one.decisionDeadline(),
                one.alerted(),
                one.decision(),
                one.reason(),
                one.decidedBy(),
                one.decidedAt(),
                one.openedAt(),
                reader == null ? null : one.allowedActions(reader));
    }
}
