package city.c3po.charter.charter;

import city.c3po.charter.project.Tier;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A charter as callers see it. */
@Schema(name = "Charter", description = "What a project promises, who promised it, and where that stands.")
public record CharterView(
        UUID id,

        @Schema(description = "The number people use; never reused.", examples = "CHA-2026-0042")
        String number,

        String href,
        @Nullable String title,
        CharterState state,
        Reference project,
        Tier tier,
        Reference template,

        @Schema(description = "Codes of the departments; the sponsoring one first.")
        List<String> departments,

        @Schema(description = "The last version that was frozen; 0 before the first.")
        int contentVersion,

        @Schema(description = "SHA-256 of that version; null while nothing is frozen.") @Nullable String contentHash,

        @Schema(description = "The version in force.") @Nullable Integer committedVersion,

        @Nullable String committedHash,
        @Nullable Instant committedAt,

        @Schema(description = "An amendment changed the approach: schedule and budget need a new baseline.")
        boolean rebaselineRequired,

        @Schema(description = "What is being signed now.") @Nullable Round round,

        List<Seat> seats,
        CharterContent content,

        @Schema(description = "How often acceptance was tried.")
        int attempt,

        @Schema(description = "The last attempt.") @Nullable Acceptance acceptance,

        @Nullable Instant acceptedAt,

        @Schema(description = "How many sessions and decisions are on record.")
        int sessions,

        int decisions,
        List<Comment> comments,

        @Schema(description = "Subjects of everybody who wrote any of it.")
        List<String> authors,

        boolean sampleData,

        @Schema(description = "Subject of who created it.") String createdBy,
        Instant createdAt,
        long version,

        @Derived
        @Schema(description = "The present round's sign-offs, each with the ETag to sign it with; null in lists.")
        @Nullable List<SignOffBrief> signOffs,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<CharterAction> allowedActions)
        implements Representation {

    /** A sign-off in short. */
    @Schema(name = "SignOffBrief", description = "A sign-off in short.")
    public record SignOffBrief(
            String seat,
            String href,
            @Nullable String person,
            String status,

            @Schema(description = "What the signer echoes.") String statement,

            @Schema(description = "For If-Match.") String etag) {}

    public static CharterView of(Charter charter, @Nullable Actor reader, @Nullable List<SignOffBrief> signOffs) {
        return new CharterView(
                charter.id(),
                charter.number(),
                charter.href(),
                charter.wording().title(),
                charter.charterState(),
                charter.project(),
                charter.tier(),
                charter.template(),
                charter.departments(),
                charter.commitment().contentVersion(),
                charter.commitment().contentHash(),
                charter.commitment().version(),
                charter.commitment().hash(),
                charter.commitment().since(),
                charter.commitment().rebaselineRequired(),
                charter.rounds().current(),
                charter.roster().seats(),
                charter.wording().content(),
                charter.attempts().all().size(),
                charter.attempts().all().isEmpty() ? null : charter.attempts().last(),
                charter.attempts().acceptedAt(),
                charter.log().sessions().size(),
                charter.log().decisions().size(),
                charter.log().comments(),
                charter.wording().authors(),
                charter.sampleData(),
                charter.createdBy(),
                charter.createdAt(),
                charter.version(),
                signOffs,
                reader == null ? null : charter.allowedActions(reader));
    }
}
