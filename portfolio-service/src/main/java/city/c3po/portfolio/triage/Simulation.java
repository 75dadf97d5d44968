package city.c3po.portfolio.triage;

import city.c3po.platform.value.Reference;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a policy would say of the portfolio as it is. */
@Schema(name = "TriageSimulation", description = "Whose class would change if this policy were in force.")
record Simulation(
        @Schema(description = "The policy that was tried.") Reference policy,

        @Schema(description = "How many initiatives were looked at: all that are submitted and go on.")
        int initiatives,

        @Schema(description = "How many of them would change their class.")
        int changed,

        @Schema(description = "How many would go from each class to each other one, as FROM→TO.")
        Map<String, Integer> moves,

        @Schema(description = "In the order of their numbers.")
        List<Change> changes) {

    /** One that would be in another class. */
    @Schema(name = "SimulatedChange", description = "An initiative that would be in another class.")
    record Change(Reference initiative, Outcome from, Outcome to) {}
}
