package city.c3po.portfolio.cost;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a batch. */
@Schema(name = "CostOutcomes", description = "What became of each entry, in the order of the batch.")
record CostOutcomes(int posted, int known, int refused, List<CostOutcome> items) {
    static CostOutcomes of(List<CostOutcome> items) {
        return new CostOutcomes(
                count(items, CostOutcome.Result.POSTED),
                count(items, CostOutcome.Result.KNOWN),
                count(items, CostOutcome.Result.REFUSED),
                items);
    }

    private static int count(List<CostOutcome> items, CostOutcome.Result result) {
        return (int) items.stream().filter(item -> item.result() == result).count();
    }
}
