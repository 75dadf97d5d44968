package city.c3po.audit.audit;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An audit as callers see it. */
@Schema(name = "Audit", description = "An audit as its body issued it, with the addenda since.")
public record AuditView(
        UUID id,

        @Schema(description = "The number people use; never reused.", examples = "AUD-2026-0001")
        String number,

        @Schema(description = "First part of its recommendations' numbers.", examples = "2019")
        String code,

        String href,
        String title,
        IssuerKind issuerKind,

        @Schema(description = "The body that issued it, and alone verifies.")
        String body,

        LocalDate issued,
        @Nullable String scope,
        @Nullable LocalDate responseDue,
        List<Addendum> addenda,
        boolean sampleData,
        String createdBy,
        Instant createdAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<AuditAction> allowedActions)
        implements Representation {

    static AuditView of(Audit audit, @Nullable Actor reader) {
        var terms = audit.terms();
        return new AuditView(
                audit.id(),
                audit.number(),
                audit.code(),
                audit.href(),
                terms.title(),
                terms.issuerKind(),
                terms.body(),
                terms.issued(),
                terms.scope(),
                terms.responseDue(),
                audit.addenda(),
                Boolean.TRUE.equals(terms.sampleData()),
                audit.createdBy(),
                audit.createdAt(),
                reader == null ? null : audit.allowedActions(reader));
    }
}
