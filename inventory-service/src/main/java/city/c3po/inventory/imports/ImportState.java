package city.c3po.inventory.imports;

import java.util.EnumSet;
import java.util.Set;

/** Where an import stands; the only table of its legal moves. */
public enum ImportState {
    /** All of it is here; it is being planned. */
    RECEIVED,
    /** What would become of each row is known. A dry run rests here, and can be approved. */
    PLANNED,
    /** Outside the contract of its source: a person approves or rejects. */
    QUARANTINED,
    /** It is being applied. */
    APPROVED,
    APPLIED,
    /** A person said no, or ATOMIC met a row that cannot be. */
    REJECTED,
    /** It cannot be applied any more. */
    FAILED;

    Set<ImportState> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(PLANNED, QUARANTINED, APPROVED, REJECTED, FAILED);
            case PLANNED, QUARANTINED -> EnumSet.of(APPROVED, REJECTED);
            case APPROVED -> EnumSet.of(APPLIED, REJECTED, FAILED);
            case APPLIED, REJECTED, FAILED -> EnumSet.noneOf(ImportState.class);
        };
    }

    boolean isOver() {
        return next().isEmpty();
    }
}
