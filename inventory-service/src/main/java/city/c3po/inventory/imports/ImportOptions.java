package city.c3po.inventory.imports;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a file is to be taken. */
@Schema(name = "ImportOptions", description = "How a file is to be taken.")
public record ImportOptions(
        Mode mode,
        boolean dryRun,
        OnExisting onExisting,
        EmptyCell emptyCell,
        List<Creatable> createReferences,
        @Nullable String schemaVersion) {

    /** Whether one bad row spoils the file. */
    public enum Mode {
        /** All rows or none. */
        ATOMIC,
        /** Each row that can be applied. */
        PARTIAL
    }

    /** What becomes of a row whose asset is known. */
    public enum OnExisting {
        UPDATE,
        SKIP,
        FAIL
    }

    /** What an empty cell says. */
    public enum EmptyCell {
        /** Nothing. */
        KEEP,
        /** That there is no value, if the source may say so. */
        CLEAR
    }

    /** What a file may name before its owner told of it. */
    public enum Creatable {
        DEPARTMENT,
        PERSON,
        VENDOR
    }
}
