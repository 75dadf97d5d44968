package city.c3po.portfolio.project;

import static city.c3po.portfolio.project.ProjectRule.ENOUGH_APPROVERS;

import city.c3po.portfolio.reference.Codes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who judges a gate, and how many of them must agree. */
@Schema(name = "GateApprovers", description = "Who judges the gate: all of them, or so many of them.")
record GateApprovers(
        @NotNull Mode mode,

        @Schema(description = "With N_OF_M: how many must agree.") @Nullable @Min(1) @Max(50) Integer needed,

        @Schema(description = "Their subjects.") @NotNull @Size(min = 1, max = 50) List<@NotNull @Pattern(regexp = Codes.SUBJECT) String> people) {

    /** How many must agree. */
    @Schema(name = "GateApproversMode")
    enum Mode {
        ALL,
        N_OF_M
    }

    void requireSound() {
        ENOUGH_APPROVERS.require(people.stream().distinct().count() == people.size()
                && !people.isEmpty()
                && switch (mode) {
                    case ALL -> needed == null || needed == people.size();
                    case N_OF_M -> needed != null && needed <= people.size();
                });
    }

    int agreeing() {
        return needed == null ? people.size() : needed;
    }
}
