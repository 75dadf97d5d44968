package city.c3po.inventory.imports;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to an import. */
sealed interface ImportEvent extends Event {
    record Received(String source, int rows, Instant at) implements ImportEvent {}

    record Planned(ImportCounts counts, Instant at) implements ImportEvent {}

    /** @param reasons what of the source's contract does not hold */
    record Quarantined(ImportCounts counts, List<String> reasons, Instant at) implements ImportEvent {}

    /** @param by null: within the contract, nobody needed to */
    record Approved(@Nullable String by, Instant at) implements ImportEvent {}

    record Applied(ImportCounts counts, Instant at) implements ImportEvent {}

    record Rejected(List<String> reasons, Instant at) implements ImportEvent {}

    record Failed(List<String> reasons, Instant at) implements ImportEvent {}
}
