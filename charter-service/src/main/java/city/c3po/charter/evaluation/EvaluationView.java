package city.c3po.charter.evaluation;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An evaluation as callers see it. */
@Schema(name = "Evaluation", description = "The city's word on a consultant in one period.")
public record EvaluationView(
        UUID id,

        @Schema(description = "The number people use; never reused.", examples = "EVA-2026-0042")
        String number,

        String href,
        EvaluationState state,
        Reference engagement,

        @Schema(description = "City vendor number.") String vendor,

        Findings findings,

        @Schema(description = "Until when the vendor may respond.") @Nullable Instant responseDue,

        @Schema(description = "The vendor's word.") @Nullable String response,

        @Nullable Boolean disputed,

        @Schema(description = "Subject of who reviewed it.") @Nullable String reviewedBy,

        @Nullable String reviewComment,

        @Schema(description = "Of the six scores, once it is final.") @Nullable BigDecimal average,

        @Schema(description = "SHA-256 of the canonical text (RFC 8785) that was signed.") @Nullable String contentHash,

        @Schema(description = "The signature as a compact JWS (ES256).") @Nullable String receipt,

        @Nullable String receiptSha256,
        @Nullable Instant finalAt,
        String createdBy,
        Instant createdAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<EvaluationAction> allowedActions)
        implements Representation {

    static EvaluationView of(Evaluation evaluation, @Nullable Actor reader) {
        return new EvaluationView(
                evaluation.id(),
                evaluation.number(),
                evaluation.href(),
                evaluation.evaluationState(),
                new Reference(
                        "engagement",
                        evaluation.engagement().toString(),
                        null,
                        "/v1/engagements/" + evaluation.engagement()),
                evaluation.vendor(),
                evaluation.findings(),
                evaluation.hearing().responseDue(),
                evaluation.hearing().response(),
                evaluation.hearing().disputed(),
                evaluation.hearing().reviewedBy(),
                evaluation.hearing().reviewComment(),
                evaluation.average(),
                evaluation.contentHash(),
                evaluation.receipt(),
                evaluation.receiptSha256(),
                evaluation.finalAt(),
                evaluation.createdBy(),
                evaluation.createdAt(),
                reader == null ? null : evaluation.allowedActions(reader));
    }
}
