package city.c3po.inventory.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many rows become, or became, what. */
@Schema(name = "ImportCounts", description = "How many rows become, or became, what.")
public record ImportCounts(
        long rows, long created, long updated, long unchanged, long held, long review, long skipped, long failed) {
    boolean allFit() {
        return held == 0 && review == 0 && failed == 0;
    }
}
