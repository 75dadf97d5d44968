package city.c3po.portfolio.triage;

import city.c3po.platform.value.Reference;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The result of one triage, with everything needed to repeat it: the policy version and the inputs.
 *
 * @param outcome the class, after an override if there is one
 * @param revision the revision of the initiative that was triaged
 */
@Schema(name = "Triage", description = "The result of one triage, with everything needed to explain and repeat it.")
public record Triage(
        @Schema(description = "The class, after an override if there is one.")
        Outcome outcome,

        @Schema(description = "The revision of the initiative that was triaged.")
        int revision,

        Instant at,

        @Schema(description = "The policy version that was applied.")
        Reference policy,

        @Schema(description = "One finding per criterion: COST, DEPARTMENTS, DURATION, PROFILE.")
        List<Finding> criteria,

        @Schema(description = "All answers that are missing, whatever the outcome.")
        List<MissingAnswer> missing,

        TriageInputs inputs,
        @Nullable TriageOverride override,

        @Schema(description = "Others of the department that may be parts of the same; null where none are.") @Nullable Aggregation aggregation) {

    public Triage {
        criteria = List.copyOf(criteria);
        missing = List.copyOf(missing);
    }

    static Triage of(List<Finding> criteria, TriageInputs inputs, int revision, Reference policy, Instant at) {
        return new Triage(
                said(criteria),
                revision,
                at,
                policy,
                criteria,
                criteria.stream().flatMap(finding -> finding.missing().stream()).toList(),
                inputs,
                null,
                null);
    }

    /** What the criteria alone say. */
    public Outcome byCriteria() {
        return said(criteria);
    }

    public Triage overridden(TriageOverride by) {
        return new Triage(by.to(), revision, at, policy, criteria, missing, inputs, by, aggregation);
    }

    /** Small by itself, but above the line together with others: two people look. */
    public Triage together(@Nullable Aggregation found) {
        var flagged = outcome == Outcome.MINOR && found != null && found.isAboveTheLine();
        return new Triage(
                flagged ? Outcome.AGGREGATION_REVIEW : outcome,
                revision,
                at,
                policy,
                criteria,
                missing,
                inputs,
                override,
                found);
    }

    private static Outcome said(List<Finding> criteria) {
        return Outcome.of(criteria.stream().map(Finding::answer).toList());
    }
}
