package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A funding line as callers see it. */
@Schema(name = "FundingLine", description = "A line of the budget that can pay for an initiative.")
public record FundingLineView(
        @Schema(examples = "FL-CIP-0412") String code,
        @JsonUnwrapped FundingLine.Entry said,
        Instant recordedAt,
        String href,
        @Derived @Schema(description = "What you may do now.") @Nullable Set<ReferenceAction> allowedActions)
        implements Representation {

    static FundingLineView of(FundingLine fundingLine, @Nullable Actor reader) {
        return new FundingLineView(
                fundingLine.id(),
                fundingLine.said(),
                fundingLine.recordedAt(),
                fundingLine.href(),
                reader == null ? null : fundingLine.allowedActions(reader));
    }
}
