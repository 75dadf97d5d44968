package city.c3po.portfolio.triage;

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

/** A policy version as callers see it. */
@Schema(
        name = "TriagePolicy",
        description = "One version of the rule that decides whether the portfolio office is in the mix.")
public record TriagePolicyView(
        UUID id,
        @Schema(examples = "TRP-2026-0002") String number,
        String href,
        TriagePolicyState state,
        String title,
        @Nullable String rationale,

        @Schema(description = "First day on which it applies, in the city's calendar.")
        LocalDate effectiveFrom,

        @Schema(description = "Last day on which it applies; null while no later one is adopted.") @Nullable LocalDate effectiveUntil,

        Thresholds thresholds,

        @Schema(description = "Subjects of everybody who wrote or proposed it; none of them adopts it.")
        List<String> authors,

        @Nullable String adoptedBy,
        @Nullable Instant adoptedAt,

        @Schema(description = "Why it was last returned to draft.") @Nullable String comment,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<TriagePolicyAction> allowedActions)
        implements Representation {

    static TriagePolicyView of(TriagePolicy policy, @Nullable Actor reader) {
        var text = policy.text();
        return new TriagePolicyView(
                policy.id(),
                policy.number(),
                policy.href(),
                policy.policyState(),
                text.title(),
                text.rationale(),
                text.effectiveFrom(),
                policy.effectiveUntil(),
                text.thresholds(),
                policy.authors(),
                policy.adoptedBy(),
                policy.adoptedAt(),
                policy.comment(),
                reader == null ? null : policy.allowedActions(reader));
    }
}
