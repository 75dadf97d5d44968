package city.c3po.portfolio.policy;

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

/** An edition of a policy as callers see it. */
@Schema(name = "Policy", description = "One edition of a policy of the city, and who has acknowledged it.")
public record PolicyView(
        UUID id,
        @Schema(examples = "POL-2026-0001") String number,
        String href,
        PolicyState state,

        @Schema(description = "Names the policy through all its editions.")
        String code,

        @Schema(description = "0 while it is a draft.") int edition,
        String title,
        String text,
        List<PolicyArea> areas,
        List<Acknowledgement> acknowledgements,

        @Schema(description = "Subjects of everybody who wrote it; none of them adopts it.")
        List<String> authors,

        @Nullable LocalDate adoptedOn,
        @Nullable String adoptedBy,
        boolean sampleData,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<PolicyAction> allowedActions)
        implements Representation {

    static PolicyView of(Policy policy, @Nullable Actor reader) {
        var text = policy.text();
        return new PolicyView(
                policy.id(),
                policy.number(),
                policy.href(),
                policy.policyState(),
                policy.code(),
                policy.edition(),
                text.title(),
                text.text(),
                text.areas(),
                policy.acknowledgements(),
                policy.authors(),
                policy.adoptedOn(),
                policy.adoptedBy(),
                Boolean.TRUE.equals(text.sampleData()),
                policy.createdAt(),
                policy.version(),
                reader == null ? null : policy.allowedActions(reader));
    }
}
