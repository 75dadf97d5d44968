package city.c3po.portfolio.issue;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something to be done about an issue. */
@Schema(name = "IssueTodo", description = "Something to be done about an issue.")
record IssueTodo(
        @Schema(description = "Its number within the issue, from 1.")
        int action,

        String text,
        @Schema(description = "Subject of who does it.") String owner,
        @Nullable LocalDate due,
        @Schema(description = "What came of it.") @Nullable String outcome,
        @Nullable String finishedBy,
        @Nullable Instant finishedAt) {

    IssueTodo finished(String outcome, String by, Instant at) {
        return new IssueTodo(action, text, owner, due, outcome, by, at);
    }

    boolean open() {
        return finishedAt == null;
    }
}
