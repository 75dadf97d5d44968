package city.c3po.portfolio.triage;

import city.c3po.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that a triage looks at, kept with its result so that it can be repeated. Null is "not known yet"; an empty list is
 * "none".
 */
@Schema(description = "All that a triage looks at. Null means not known yet; an empty list means none.")
public record TriageInputs(
        @Nullable List<YearlyLikely> oneTimeCost,
        String sponsoringDepartment,
        @Nullable List<String> affectedDepartments,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        Profile profile) {

    /** The likely one-time cost in one fiscal year, named by the year it ends in. */
    @Schema(name = "YearlyLikelyCost")
    public record YearlyLikely(int fiscalYear, @Nullable Money likely) {}

    TreeSet<String> departments() {
        var all = new TreeSet<String>();
        all.add(sponsoringDepartment);
        if (affectedDepartments != null) {
            all.addAll(affectedDepartments);
        }
        return all;
    }
}
