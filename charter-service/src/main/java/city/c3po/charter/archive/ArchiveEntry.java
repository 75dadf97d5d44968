package city.c3po.charter.archive;

import city.c3po.charter.template.DocumentKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was found, and where it is read. */
@Schema(name = "ArchiveEntry", description = "A charter, a document or a decision that was found.")
public record ArchiveEntry(
        @Schema(description = "Unique in the archive.") String id,

        ArchiveType type,

        @Schema(description = "Of a document.") @Nullable DocumentKind kind,

        @Schema(description = "A charter's number, or a decision's in its charter.", examples = "CHA-2026-0042")
        @Nullable String number,

        @Schema(description = "Of a decision the first 200 characters.")
        String title,

        @Schema(description = "Id of the charter it belongs to, or is.")
        UUID charter,

        @Schema(description = "Id of the charter's project.")
        String project,

        @Schema(description = "Codes of the departments that the charter's project concerns.")
        List<String> departments,

        Instant recordedAt,

        @Schema(description = "Where it is read.") String href) {}
