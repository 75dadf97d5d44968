package city.c3po.portfolio.lesson;

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

/** A lesson as callers see it. */
@Schema(name = "Lesson", description = "What a project taught.")
public record LessonView(
        UUID id,
        @Schema(examples = "LES-2026-0001") String number,
        String href,
        LessonState state,
        String statement,
        String cause,
        String recommendedCheck,
        List<String> tags,

        @Schema(description = "The project that taught it.") @Nullable Reference project,

        boolean sampleData,
        String createdBy,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<LessonAction> allowedActions)
        implements Representation {

    static LessonView of(Lesson lesson, @Nullable Actor reader) {
        var text = lesson.text();
        return new LessonView(
                lesson.id(),
                lesson.number(),
                lesson.href(),
                lesson.lessonState(),
                text.statement(),
                text.cause(),
                text.recommendedCheck(),
                text.tags(),
                lesson.project(),
                Boolean.TRUE.equals(text.sampleData()),
                lesson.createdBy(),
                lesson.createdAt(),
                lesson.version(),
                reader == null ? null : lesson.allowedActions(reader));
    }
}
