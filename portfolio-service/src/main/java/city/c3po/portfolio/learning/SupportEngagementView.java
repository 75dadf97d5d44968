package city.c3po.portfolio.learning;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A support engagement as callers see it. */
@Schema(name = "SupportEngagement", description = "Help for an initiative that its department runs itself.")
public record SupportEngagementView(
        UUID id,
        @Schema(examples = "SUP-2026-0001") String number,
        String href,
        EngagementState state,
        Reference initiative,
        String department,
        @Schema(description = "Subject of who helps.") String supporter,
        @Schema(description = "What is offered.") String offer,

        @Schema(description = "What the department said to it.") @Nullable String comment,

        @Schema(description = "What came of it.") @Nullable String outcome,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<EngagementAction> allowedActions)
        implements Representation {

    static SupportEngagementView of(SupportEngagement engagement, @Nullable Actor reader) {
        return new SupportEngagementView(
                engagement.id(),
                engagement.number(),
                engagement.href(),
                engagement.engagementState(),
                engagement.initiative(),
                engagement.department(),
                engagement.supporter(),
                engagement.offer(),
                engagement.comment(),
                engagement.outcome(),
                engagement.createdAt(),
                engagement.version(),
                reader == null ? null : engagement.allowedActions(reader));
    }
}
