package city.c3po.portfolio.baseline;

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

/** A baseline as callers see it; its items have a list of their own. */
@Schema(name = "Baseline", description = "What was, or is to be, approved. Its items have a list of their own.")
record BaselineView(
        UUID id,
        String href,
        Reference project,
        BaselineState state,

        @Schema(description = "0 for the first one approved; null before its approval.") @Nullable Integer ordinal,

        BaselineContent content,

        @Schema(description = "The change requests it carries out.")
        List<Reference> changes,

        @Schema(description = "Subjects of everybody who wrote or submitted it; none of them approves it.")
        List<String> authors,

        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<BaselineAction> allowedActions)
        implements Representation {

    static BaselineView of(Baseline baseline, @Nullable Actor reader) {
        return new BaselineView(
                baseline.id(),
                baseline.href(),
                baseline.project().reference(),
                baseline.baselineState(),
                baseline.ordinal(),
                baseline.content(),
                baseline.changes(),
                baseline.authors(),
                baseline.approvedBy(),
                baseline.approvedAt(),
                baseline.createdAt(),
                baseline.version(),
                reader == null ? null : baseline.allowedActions(reader));
    }
}
