package city.c3po.audit.verification;

import city.c3po.audit.evidence.Method;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A verification as callers see it. */
@Schema(name = "VerificationRecord", description = "One look at one recommendation, from beginning to verdict.")
public record VerificationView(
        UUID id,
        String href,
        Reference recommendation,
        String body,

        @Schema(description = "Subject of who verifies.") String verifier,

        VerificationState state,
        Method method,
        @Nullable Judgement judgement,
        Instant startedAt,
        @Nullable Instant decidedAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<VerificationAction> allowedActions)
        implements Representation {

    static VerificationView of(Verification one, @Nullable Actor reader) {
        var judgement = one.judgement();
        return new VerificationView(
                one.id(),
                one.href(),
                new Reference(
                        "recommendation",
                        one.recommendation().toString(),
                        one.number(),
                        "/v1/recommendations/" + one.recommendation()),
                one.body(),
                one.verifier(),
                one.verdict(),
                one.method(),
                judgement == null || reader != null || !one.secret() ? judgement : judgement.silent(),
                one.startedAt(),
                one.decidedAt(),
                reader == null ? null : one.allowedActions(reader));
    }
}
