package city.c3po.inventory.imports;

import city.c3po.inventory.file.RowFault;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What becomes, or became, of one row. */
@Schema(name = "ImportRow", description = "What becomes, or became, of one row of the file.")
record ImportRowView(
        @Schema(description = "Where it begins in the file; of JSON arrays and bills of materials, which item it is.")
        int line,

        @Nullable String nativeKey,
        Outcome outcome,
        @Nullable UUID asset,

        @Schema(description = "The key by which the asset was found; null for a new one.") @Nullable String rule,

        @Schema(description = "Why it is held, skipped or left to a person.") @Nullable String reason,

        @Schema(description = "Assets it may be, where more than one was hit.")
        List<UUID> candidates,

        @Schema(description = "The earlier line of the same file that says something of the same asset.") @Nullable Integer earlier,

        @Schema(description = "Attributes whose value changes.")
        List<String> changed,

        @Schema(description = "Everything that is wrong with it.")
        List<RowFault> errors) {

    /** What becomes of a row. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** Incomplete: kept for 90 days, until the rest is told. */
        HELD,
        /** For a person to decide. */
        REVIEW,
        SKIPPED,
        FAILED
    }
}
