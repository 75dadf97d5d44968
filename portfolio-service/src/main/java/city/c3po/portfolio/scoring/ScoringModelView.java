package city.c3po.portfolio.scoring;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scoring model as callers see it. */
@Schema(name = "ScoringModel", description = "By which questions, weights and anchors initiatives are marked.")
public record ScoringModelView(
        UUID id,
        @Schema(examples = "SCM-2026-0001") String number,
        String href,
        ModelState state,
        String title,
        List<ModelText.Criterion> criteria,

        @Schema(description = "Subjects of everybody who wrote it; none of them adopts it.")
        List<String> authors,

        @Nullable String adoptedBy,
        @Nullable Instant adoptedAt,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ModelAction> allowedActions)
        implements Representation {

    static ScoringModelView of(ScoringModel model, @Nullable Actor reader) {
        return new ScoringModelView(
                model.id(),
                model.number(),
                model.href(),
                model.modelState(),
                model.text().title(),
                model.text().criteria(),
                model.authors(),
                model.adoptedBy(),
                model.adoptedAt(),
                model.createdAt(),
                model.version(),
                reader == null ? null : model.allowedActions(reader));
    }
}
