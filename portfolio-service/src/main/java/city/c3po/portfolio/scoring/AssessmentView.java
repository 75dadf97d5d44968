package city.c3po.portfolio.scoring;

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

/** An assessment as callers see it. */
@Schema(name = "Assessment", description = "One assessor's marks for one revision of an initiative.")
public record AssessmentView(
        UUID id,
        @Schema(examples = "ASM-2026-0001") String number,
        String href,
        Reference initiative,

        @Schema(description = "The revision that was marked.")
        int revision,

        Reference model,
        List<Mark> marks,

        @Schema(description = "Why the assessor cannot judge this one.") @Nullable String conflict,

        @Schema(description = "Subject of the assessor.") String assessor,
        Instant at,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<AssessmentAction> allowedActions)
        implements Representation {

    static AssessmentView of(Assessment assessment, @Nullable Actor reader) {
        return new AssessmentView(
                assessment.id(),
                assessment.number(),
                assessment.href(),
                assessment.initiative(),
                assessment.revision(),
                assessment.model(),
                assessment.text().marks(),
                assessment.text().conflict(),
                assessment.assessor(),
                assessment.at(),
                assessment.version(),
                reader == null ? null : assessment.allowedActions(reader));
    }
}
