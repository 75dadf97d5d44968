package city.c3po.charter.engagement;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An engagement as callers see it. */
@Schema(name = "Engagement", description = "A vendor at work on a project, and its key staff.")
public record EngagementView(
        UUID id,

        @Schema(description = "The number people use; never reused.", examples = "ENG-2026-0042")
        String number,

        String href,
        Reference project,

        @Schema(description = "City vendor number.") String vendor,

        String title,
        @Nullable Money amount,
        @Nullable LocalDate solicitedOn,
        @Nullable LocalDate awardedOn,
        @Nullable LocalDate endsOn,
        List<KeyPosition> keyPositions,
        List<ExternalRef> externalRefs,

        @Schema(description = "The department system that feeds it.") @Nullable String source,

        boolean sampleData,
        String createdBy,
        Instant createdAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<EngagementAction> allowedActions)
        implements Representation {

    static EngagementView of(Engagement engagement, @Nullable Actor reader) {
        var terms = engagement.terms();
        return new EngagementView(
                engagement.id(),
                engagement.number(),
                engagement.href(),
                new Reference("project", terms.project(), null, "/v1/projects/" + terms.project()),
                terms.vendor(),
                terms.title(),
                terms.amount(),
                terms.solicitedOn(),
                terms.awardedOn(),
                terms.endsOn(),
                engagement.positions(),
                terms.refs(),
                engagement.source(),
                Boolean.TRUE.equals(terms.sampleData()),
                engagement.createdBy(),
                engagement.createdAt(),
                reader == null ? null : engagement.allowedActions(reader));
    }
}
