package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A funding line as callers see it. */
@Schema(name = "FundingLine", description = "A line of the budget that can pay for an initiative.")
public record FundingLineView(
        @Schema(examples = "FL-CIP-0412") String code,
        String name,

        @Schema(description = "Code of the department whose budget it is in.") @Nullable String department,

        @Schema(description = "The fiscal year it is for, named by the year it ends in.") @Nullable Integer fiscalYear,

        @Schema(description = "The department system that said it last; null when a policy admin did.") @Nullable String source,

        boolean sampleData,
        Instant recordedAt,
        String href,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ReferenceAction> allowedActions)
        implements Representation {

    static FundingLineView of(FundingLine line, @Nullable Actor reader) {
        var said = line.present();
        return new FundingLineView(
                line.id(),
                said.name(),
                said.department(),
                said.fiscalYear(),
                said.source(),
                Boolean.TRUE.equals(said.sampleData()),
                line.recordedAt(),
                line.href(),
                reader == null ? null : line.allowedActions(reader));
    }
}
