package city.c3po.portfolio.issue;

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

/** An issue as callers see it. */
@Schema(name = "Issue", description = "What has gone wrong, what is done about it and what was decided.")
record IssueView(
        UUID id,

        @Schema(description = "The number people use; never reused.", examples = "ISS-2026-0001")
        String number,

        String href,
        Reference project,
        IssueState state,
        IssueText text,

        @Schema(description = "The risk that occurred; null where none was known.") @Nullable Reference risk,

        List<IssueTodo> actions,
        List<IssueDecision> decisions,

        @Schema(description = "The change requests that it led to.")
        List<Reference> changes,

        @Schema(description = "How it was resolved.") @Nullable String resolution,

        String createdBy,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<IssueAction> allowedActions)
        implements Representation {

    static IssueView of(Issue issue, @Nullable Actor reader) {
        return new IssueView(
                issue.id(),
                issue.number(),
                issue.href(),
                issue.project().reference(),
                issue.issueState(),
                issue.text(),
                issue.risk(),
                issue.todos(),
                issue.decisions(),
                issue.changes(),
                issue.resolution(),
                issue.createdBy(),
                issue.createdAt(),
                issue.version(),
                reader == null ? null : issue.allowedActions(reader));
    }
}
