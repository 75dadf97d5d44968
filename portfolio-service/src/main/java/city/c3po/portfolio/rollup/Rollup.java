package city.c3po.portfolio.rollup;

import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.project.ProjectState;
import city.c3po.portfolio.project.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The sum over projects. Amounts of different currencies are never added up: each currency has its own line.
 *
 * @param on the day whose memberships count
 */
@Schema(name = "Rollup", description = "What projects add up to; each is counted once.")
record Rollup(
        @Schema(description = "The day whose memberships count, in the city's calendar.")
        LocalDate on,

        int projects,

        @Schema(description = "How many projects are in each state.")
        Map<ProjectState, Integer> byState,

        @Schema(description = "How many projects are of each tier.")
        Map<Tier, Integer> byTier,

        List<Amounts> amounts,
        @Schema(description = "Projects without a budget.") int budgetUnknown,

        @Schema(description = "Open projects without a forecast.")
        int forecastUnknown,

        @Schema(
                description =
                        "How many projects are inside each program below, itself included; the deeper count again above.")
        List<Branch> programs) {

    /** Sums in one currency; a sum of nothing is null, never zero. */
    @Schema(name = "RollupAmounts", description = "Sums in one currency; null where no project says any.")
    record Amounts(
            String currency,
            @Nullable Money budget,
            @Nullable Money forecast,
            @Nullable Money actual) {}

    /** A program and the number of projects in it and below. */
    @Schema(name = "RollupProgram", description = "A program, and how many projects are in it or below.")
    record Branch(Reference program, int projects) {}
}
