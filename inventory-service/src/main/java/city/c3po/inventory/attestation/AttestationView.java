package city.c3po.inventory.attestation;

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

/** An attestation as callers see it. Campaigns build the same in SQL: {@code attestation_state}. */
@Schema(name = "Attestation", description = "What one department confirms in one campaign.")
public record AttestationView(
        UUID id,
        String href,
        Reference campaign,
        @Schema(examples = "DEP-LIB") String department,

        @Schema(description = "Subject of the department's head when it was opened.") @Nullable String head,

        AttestationState state,

        @Schema(description = "Last day to confirm in time.")
        LocalDate dueOn,

        @Schema(description = "Last day to confirm late.") LocalDate closesOn,

        @Schema(description = "How many assets the department had when it was opened.")
        int total,

        @Schema(description = "How many of them are confirmed.")
        int confirmed,

        Instant openedAt,
        @Nullable Instant closedAt,
        boolean sampleData,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<AttestationAction> allowedActions)
        implements Representation {

    static AttestationView of(Attestation one, @Nullable Actor reader) {
        return new AttestationView(
                one.id(),
                one.href(),
                one.campaign(),
                one.department(),
                one.head(),
                one.attestationState(),
                one.dueOn(),
                one.closesOn(),
                one.total(),
                one.confirmed(),
                one.openedAt(),
                one.closedAt(),
                one.sampleData(),
                reader == null ? null : one.allowedActions(reader));
    }
}
