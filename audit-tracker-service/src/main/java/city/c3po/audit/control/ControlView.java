package city.c3po.audit.control;

import city.c3po.audit.recommendation.LivingEvidence;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Ratio;
import city.c3po.platform.web.Representation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A control as callers see it. */
@Schema(
        name = "Control",
        description = "A named measure with a target, and the elements of recommendations it supports.")
public record ControlView(
        @Schema(description = "Its key.", examples = "key-staff")
        String id,

        @Schema(description = "The recommendation of 2019 that it was built for.", examples = "8")
        int recommendation,

        String href,
        long version,
        String title,

        @Schema(description = "What is counted; each subject counts once.")
        List<Asked> parts,

        @Schema(description = "What the measure should reach.", examples = "0.9500")
        BigDecimal target,

        @Schema(description = "Subjects that have what is asked for, or shares of it; null before the first measure.")
        @Nullable BigDecimal numerator,

        @Schema(description = "Subjects that were asked; null before the first measure.") @Nullable Long denominator,

        @Schema(description = "Numerator by denominator; null with a reason where there is nothing to measure.")
        Ratio value,

        @Schema(description = "Since when it is so.") @Nullable Instant measuredAt,

        List<Support> supports,

        @Schema(description = "The last 24 months that are over.")
        List<Period> periods,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ControlAction> allowedActions)
        implements Representation {

    /** A question and its words. */
    @Schema(name = "ControlPart", description = "A question that is asked of subjects of one kind.")
    public record Asked(
            Part part,

            @Schema(description = "What is counted.") String asks) {}

    /** @param reader nobody: for the journal and its readers */
    static ControlView of(Control one, @Nullable Actor reader) {
        var numerator = one.numerator();
        return new ControlView(
                one.id(),
                one.ordinal(),
                one.href(),
                one.version(),
                one.definition().title(),
                one.definition().parts().stream()
                        .map(part -> new Asked(part, part.asks()))
                        .toList(),
                one.target(),
                numerator == null ? null : LivingEvidence.plain(numerator),
                one.denominator(),
                one.value(),
                one.measuredAt(),
                one.supports(),
                one.periods(),
                reader == null ? null : one.allowedActions(reader));
    }
}
