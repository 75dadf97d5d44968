package city.c3po.inventory.imports;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as callers see it. */
@Schema(name = "Import", description = "One file of one source, and what becomes of it.")
public record ImportView(
        UUID id,
        @Schema(examples = "IMP-2026-0007") String number,
        String href,
        ImportState state,
        String source,

        @Schema(description = "native, snipe-it-assets, snipe-it-licenses or cyclonedx.")
        String profile,

        ImportOptions options,
        @Schema(description = "How many rows the file has.") int rows,

        @Schema(description = "When the source saw what the file says.")
        Instant observedAt,

        @Schema(description = "What becomes, or became, of the rows; null until it is planned.") @Nullable ImportCounts counts,

        @Schema(description = "Why it is quarantined, rejected or failed.")
        List<String> reasons,

        @Schema(description = "Subject of who sent it.") String createdBy,
        Instant createdAt,

        @Schema(description = "Subject of who approved or rejected it; null when nobody needed to.") @Nullable String decidedBy,

        @Nullable Instant finishedAt,
        boolean sampleData,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ImportAction> allowedActions)
        implements Representation {

    static ImportView of(Import one, @Nullable Actor reader) {
        return new ImportView(
                one.id(),
                one.number(),
                one.href(),
                one.importState(),
                one.source(),
                one.profile().word(),
                one.options(),
                one.rows(),
                one.observedAt(),
                one.counts(),
                one.reasons(),
                one.createdBy(),
                one.createdAt(),
                one.decidedBy(),
                one.finishedAt(),
                one.sampleData(),
                reader == null ? null : one.allowedActions(reader));
    }
}
