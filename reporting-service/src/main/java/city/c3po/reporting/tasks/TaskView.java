package city.c3po.reporting.tasks;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that awaits a person. */
@Schema(name = "AwaitedTask", description = "Something that awaits you.")
record TaskView(
        @Schema(
                description = "Stable as long as it is the same task.",
                examples = "019a0c3e-7d1a-7000-8000-000000000042/answers")
        String id,

        @Schema(description = "The service that awaits it.", examples = "portfolio")
        String source,

        @Schema(description = "The record that awaits it, as type/id.")
        String subject,

        @Schema(description = "What is awaited.", examples = "Answer what is missing")
        String action,

        @Schema(description = "Where to do it.", examples = "/v1/initiatives/019a0c3e-7d1a-7000-8000-000000000042")
        String href,

        @Schema(nullable = true, description = "Until when; null where no day is set.") @Nullable Instant due,

        @Schema(description = "Since when.") Instant since,
        boolean done) {
    static TaskView of(AwaitedTasks.Awaited task) {
        return new TaskView(
                task.id(),
                task.source(),
                task.subject(),
                task.action(),
                task.href(),
                task.due(),
                task.since(),
                task.done());
    }
}
