package city.c3po.audit.audit;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A finding as callers see it; its event says nothing of the text of a confidential one. */
@Schema(name = "Finding", description = "What an audit found.")
public record FindingView(
        UUID id,

        @Schema(description = "Its name within the audit.", examples = "F1")
        String key,

        String href,
        Reference audit,

        @Schema(description = "Left out of the events of confidential findings, as all text is.") @Nullable String title,

        @Nullable String criteria,
        @Nullable String condition,
        @Nullable String cause,
        @Nullable String effect,
        List<Addendum> addenda,
        boolean confidential,
        boolean sampleData,
        String createdBy,
        Instant createdAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<FindingAction> allowedActions)
        implements Representation {

    /** What was recorded before there were addenda has none. */
    public FindingView {
        addenda = Objects.requireNonNullElse(addenda, List.of());
    }

    /** @param reader nobody: for the journal and its readers */
    static FindingView of(Finding finding, @Nullable Actor reader) {
        var text = finding.text();
        boolean open = reader != null || !text.secret();
        return new FindingView(
                finding.id(),
                finding.key(),
                finding.href(),
                new Reference("audit", finding.audit().toString(), null, "/v1/audits/" + finding.audit()),
                open ? text.title() : null,
                open ? text.criteria() : null,
                open ? text.condition() : null,
                open ? text.cause() : null,
                open ? text.effect() : null,
                open
                        ? finding.addenda()
                        : finding.addenda().stream().map(Addendum::silent).toList(),
                text.secret(),
                Boolean.TRUE.equals(text.sampleData()),
                finding.createdBy(),
                finding.createdAt(),
                reader == null ? null : finding.allowedActions(reader));
    }
}
