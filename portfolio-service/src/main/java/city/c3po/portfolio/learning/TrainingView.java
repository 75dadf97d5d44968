package city.c3po.portfolio.learning;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A training as callers see it. */
@Schema(name = "Training", description = "Something that is taught, and who was there.")
public record TrainingView(
        UUID id,
        @Schema(examples = "TRN-2026-0001") String number,
        String href,
        String title,
        @Nullable String description,
        List<TrainingSession> sessions,
        boolean sampleData,
        String createdBy,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<TrainingAction> allowedActions)
        implements Representation {

    static TrainingView of(Training training, @Nullable Actor reader) {
        return new TrainingView(
                training.id(),
                training.number(),
                training.href(),
                training.plan().title(),
                training.plan().description(),
                training.sessions(),
                Boolean.TRUE.equals(training.plan().sampleData()),
                training.createdBy(),
                training.createdAt(),
                training.version(),
                reader == null ? null : training.allowedActions(reader));
    }
}
