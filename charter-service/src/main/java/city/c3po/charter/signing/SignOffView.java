package city.c3po.charter.signing;

import city.c3po.charter.charter.Purpose;
import city.c3po.charter.template.Phase;
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

/** A sign-off as callers see it. */
@Schema(name = "SignOff", description = "One seat's answer to one hash.")
public record SignOffView(
        UUID id,
        String href,
        Reference charter,
        String seat,
        Purpose purpose,
        Phase phase,
        boolean mandatory,
        SignOffStatus status,

        @Schema(description = "Which time the seats are asked.")
        int round,

        @Schema(description = "The version of the content, or the attempt of an acceptance.")
        int contentVersion,

        @Schema(description = "SHA-256 of what is signed; echo it.")
        String contentHash,

        @Schema(description = "What you declare; echo it.") String statement,

        @Schema(description = "Subject of who is asked.") @Nullable String assignee,

        @Schema(description = "Subjects of who marked it as viewed.")
        List<String> viewed,

        @Nullable Signature signature,

        @Schema(description = "The signature as a compact JWS (ES256); check it with /public/v1/signing-keys.")
        @Nullable String receipt,

        @Schema(description = "Its SHA-256: ask /public/v1/receipts/{hash}.") @Nullable String receiptSha256,

        @Schema(description = "Signed, but what it signed is no longer in force.")
        boolean superseded,

        @Schema(description = "Why it was declined.") @Nullable String reason,

        @Nullable Instant due,

        @Schema(description = "How often the assignee was reminded.")
        int reminders,

        boolean escalated,
        String requestedBy,
        Instant createdAt,
        @Nullable Instant closedAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<SignOffAction> allowedActions)
        implements Representation {

    static SignOffView of(SignOff signOff, @Nullable Actor reader) {
        var asked = signOff.asked();
        var answer = signOff.answer();
        return new SignOffView(
                signOff.id(),
                asked.href(),
                asked.charterReference(),
                asked.seat(),
                asked.purpose(),
                asked.phase(),
                asked.mandatory(),
                signOff.status(),
                asked.round(),
                asked.of(),
                asked.hash(),
                asked.statement(),
                signOff.assignee(),
                answer.viewed(),
                answer.signature(),
                answer.receipt(),
                answer.receiptSha256(),
                signOff.superseded(),
                answer.reason(),
                signOff.urging().due(),
                signOff.urging().reminders(),
                signOff.urging().escalated(),
                asked.by(),
                signOff.createdAt(),
                answer.closedAt(),
                reader == null ? null : signOff.allowedActions(reader));
    }
}
