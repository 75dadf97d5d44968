package city.c3po.portfolio.benefit;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Ratio;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A benefit as callers see it. */
@Schema(name = "Benefit", description = "What is to become better, what was measured, and what that was worth.")
record BenefitView(
        UUID id,

        @Schema(description = "The number people use; never reused.", examples = "BEN-2026-0001")
        String number,

        String href,
        Reference project,
        BenefitState state,
        BenefitText text,
        List<Reading> readings,

        @Schema(description = "The share of the way to the target that the last reading has come.")
        Ratio reached,

        @Schema(description = "What the readings so far were worth; null where a unit has no price.") @Nullable Money realised,

        @Schema(description = "What was said when it was closed.") @Nullable String closure,

        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<BenefitAction> allowedActions)
        implements Representation {

    static BenefitView of(Benefit benefit, @Nullable Actor reader) {
        var realised = benefit.realised();
        return new BenefitView(
                benefit.id(),
                benefit.number(),
                benefit.href(),
                benefit.project().reference(),
                benefit.benefitState(),
                benefit.text(),
                benefit.readings(),
                benefit.reached(),
                realised == null ? null : new Money(realised, benefit.project().currency()),
                benefit.closure(),
                benefit.createdAt(),
                benefit.version(),
                reader == null ? null : benefit.allowedActions(reader));
    }
}
