package city.c3po.inventory.file;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing wrong with a row. */
@Schema(name = "ImportFault", description = "One thing wrong with a row.")
public record RowFault(
        @Schema(description = "The attribute, or the column as the file names it.")
        String field,

        String code,
        String message,

        @Schema(description = "What the file says there.") @Nullable String value) {}
