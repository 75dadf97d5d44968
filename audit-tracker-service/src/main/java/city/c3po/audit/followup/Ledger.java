package city.c3po.audit.followup;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where everything went: for the city, and for each department with what it handed over. */
@Schema(name = "Ledger", description = "Where everything went, for the city and for each department.")
public record Ledger(Terms city, List<OfDepartment> departments) {

    /** The terms; confidential recommendations count like all others. */
    @Schema(
            name = "LedgerTerms",
            description =
                    "opening + issued + reopened − implemented − closed + transferredIn − transferredOut = closing.")
    public record Terms(
            @Schema(examples = "232") int opening,
            @Schema(examples = "55") int issued,
            int reopened,
            @Schema(examples = "37") int implemented,
            int closed,
            int transferredIn,
            int transferredOut,
            @Schema(examples = "250") int closing) {

        boolean balanced() {
            return opening + issued + reopened - implemented - closed + transferredIn - transferredOut == closing;
        }
    }

    /** One department's. */
    @Schema(name = "DepartmentLedger")
    public record OfDepartment(String department, Terms terms) {}

    boolean balanced() {
        return city.balanced()
                && departments.stream().allMatch(one -> one.terms().balanced());
    }
}
