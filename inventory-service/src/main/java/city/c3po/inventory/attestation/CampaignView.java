package city.c3po.inventory.attestation;

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

/** A campaign as callers see it. */
@Schema(name = "AttestationCampaign", description = "Asks departments to confirm what they have.")
public record CampaignView(
        UUID id,
        @Schema(examples = "ATT-2026-0001") String number,
        String href,
        CampaignState state,
        String title,

        @Schema(description = "Who is asked; empty for every department that had a live asset.")
        List<String> departments,

        @Schema(description = "Last day to confirm in time.")
        LocalDate dueOn,

        @Schema(description = "Last day to confirm late.") LocalDate closesOn,

        @Schema(description = "Why it was called off.") @Nullable String reason,

        @Schema(description = "Subject of who opened it.") String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        boolean sampleData,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<CampaignAction> allowedActions)
        implements Representation {

    static CampaignView of(AttestationCampaign one, @Nullable Actor reader) {
        return new CampaignView(
                one.id(),
                one.number(),
                one.href(),
                one.campaignState(),
                one.title(),
                one.departments(),
                one.dueOn(),
                one.closesOn(),
                one.reason(),
                one.createdBy(),
                one.createdAt(),
                one.finishedAt(),
                one.sampleData(),
                reader == null ? null : one.allowedActions(reader));
    }
}
