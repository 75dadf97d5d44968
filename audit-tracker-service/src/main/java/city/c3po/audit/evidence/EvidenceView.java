package city.c3po.audit.evidence;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A piece of evidence as callers see it. */
@Schema(name = "Evidence", description = "A piece of evidence and its revisions.")
public record EvidenceView(
        UUID id,
        String href,
        Reference recommendation,

        @Schema(description = "Left out of the events of confidential recommendations, as names and links are.")
        @Nullable String title,

        EvidenceKind kind,

        @Schema(description = "Keys of the elements it speaks for.")
        List<String> elements,

        Method method,
        LocalDate collected,
        @Nullable LocalDate validUntil,
        List<Revision> revisions,
        @Nullable Instant withdrawnAt,
        boolean sampleData,
        String createdBy,
        Instant createdAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<EvidenceAction> allowedActions)
        implements Representation {

    static EvidenceView of(Evidence one, @Nullable Actor reader) {
        boolean open = reader != null || !one.secret();
        var terms = one.terms().settled(LocalDate.EPOCH);
        return new EvidenceView(
                one.id(),
                one.href(),
                new Reference(
                        "recommendation",
                        one.recommendation().toString(),
                        null,
                        "/v1/recommendations/" + one.recommendation()),
                open ? terms.title() : null,
                terms.kind(),
                terms.elements(),
                Objects.requireNonNull(terms.method()),
                Objects.requireNonNull(terms.collected()),
                terms.validUntil(),
                open
                        ? one.revisions()
                        : one.revisions().stream().map(Revision::silent).toList(),
                one.withdrawnAt(),
                one.sampleData(),
                one.createdBy(),
                one.createdAt(),
                reader == null ? null : one.allowedActions(reader));
    }
}
