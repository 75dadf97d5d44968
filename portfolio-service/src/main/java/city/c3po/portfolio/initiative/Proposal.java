package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.initiative.InitiativeRule.START_BEFORE_FINISH;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import city.c3po.platform.value.ExternalRef;
import city.c3po.portfolio.reference.Codes;
import city.c3po.portfolio.reference.WorkKind;
import city.c3po.portfolio.triage.Profile;
import city.c3po.portfolio.triage.TriageInputs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the department says about its initiative. Title and sponsoring department are enough for a draft; what is left
 * out is not known yet.
 */
@Schema(
        name = "InitiativeProposal",
        description = "What the department says. Title and sponsoring department are enough; the rest is unknown yet.")
public record Proposal(
        @NotBlank @Size(max = 200) @Schema(examples = "My San Jose (SJ311)")
        String title,

        @Schema(description = "Code of the department that asks for it.", examples = "DEP-PW")
        @NotNull @Pattern(regexp = Codes.DEPARTMENT) String sponsoringDepartment,

        @Schema(description = "Codes of the other departments it touches. Null: not known yet. Empty: none.")
        @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.DEPARTMENT) String> affectedDepartments,

        @Schema(description = "Product question: what?") @Nullable @Valid What what,

        @Schema(description = "Product question: why?") @Nullable @Valid Why why,

        @Nullable @Valid Cost cost,

        @Schema(description = "First day of execution.") @Nullable LocalDate start,

        @Schema(description = "Last day of execution.") @Nullable LocalDate finish,

        @Nullable Profile profile,

        @Schema(description = "City vendor number, if a vendor is known.", examples = "V-1001")
        @Nullable @Pattern(regexp = Codes.VENDOR) String vendor,

        @Schema(description = "The product it builds, buys or changes, if known.") @Nullable @Size(max = 200) String product,

        @Schema(description = "Code of the funding line, if known.", examples = "FL-CIP-0412")
        @Nullable @Pattern(regexp = Codes.FUNDING_LINE) String fundingLine,

        @Schema(description = "What happens if nobody does it.") @Nullable @Size(max = 4000) String riskOfNotDoing,

        @Schema(description = "What kind of work it is, if known.") @Nullable WorkKind kind,

        @Schema(description = "Words by which lessons of others are found.") @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = Codes.TAG) String> tags,

        @Schema(description = "Names that department systems have for it; each is given once.")
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalRef> externalRefs,

        @Schema(description = "Made for a demonstration; said at creation only.", defaultValue = "false") @Nullable Boolean sampleData) {

    /** What shall be there, and for whom. */
    @Schema(name = "InitiativeWhat")
    public record What(
            @Schema(description = "What will be different when it is done.") @Nullable @Size(max = 4000) String outcome,

            @Schema(description = "Who uses it.") @Nullable @Size(max = 2000) String users) {}

    /** Why the city should do it. */
    @Schema(name = "InitiativeWhy")
    public record Why(
            @Schema(description = "The problem it solves.") @Nullable @Size(max = 4000) String problem,

            @Schema(description = "How anyone will see that it is solved.") @Nullable @Size(max = 2000) String measure,

            @Schema(description = "The strategic goals it serves.") @Nullable @Size(max = 20) List<@NotBlank @Size(max = 200) String> goals) {

        public Why {
            goals = goals == null ? List.of() : goals.stream().toList();
        }
    }

    // what was left out gets the shape of "unknown", so that readers need not ask twice
    public Proposal {
        affectedDepartments = affectedDepartments == null
                ? null
                : affectedDepartments.stream()
                        .distinct()
                        .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
                        .toList();
        what = what == null ? new What(null, null) : what;
        why = why == null ? new Why(null, null, List.of()) : why;
        cost = cost == null ? Cost.UNKNOWN : cost;
        profile = profile == null ? Profile.UNANSWERED : profile;
        tags = tags == null ? List.of() : tags.stream().toList();
        externalRefs = externalRefs == null
                ? List.of()
                : externalRefs.stream().distinct().toList();
    }

    /** The same, known to a department's system by this name as well. */
    Proposal knownAs(ExternalRef ref) {
        return with(Stream.concat(externalRefs.stream(), Stream.of(ref)).toList(), sampleData);
    }

    /** The same, with its purpose settled. */
    Proposal settled(boolean sampleData) {
        return with(externalRefs, sampleData);
    }

    private Proposal with(List<ExternalRef> refs, @Nullable Boolean sample) {
        return new Proposal(
                title,
                sponsoringDepartment,
                affectedDepartments,
                what,
                why,
                cost,
                start,
                finish,
                profile,
                vendor,
                product,
                fundingLine,
                riskOfNotDoing,
                kind,
                tags.stream().distinct().toList(),
                refs,
                sample);
    }

    /** Values that are each well-formed but cannot be right together: all of them are told at once. */
    void requireSound() {
        var faults =
                Stream.concat(cost.faults("/cost").stream(), faultsOfDates()).toList();
        if (!faults.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(faults);
        }
    }

    private Stream<Fault> faultsOfDates() {
        return start != null && finish != null && finish.isBefore(start)
                ? Stream.of(START_BEFORE_FINISH.at("/finish"))
                : Stream.empty();
    }

    List<String> departments() {
        return affectedDepartments == null
                ? List.of(sponsoringDepartment)
                : Stream.concat(Stream.of(sponsoringDepartment), affectedDepartments.stream())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }

    TriageInputs triageInputs() {
        return new TriageInputs(
                cost.likelyOneTime(), sponsoringDepartment, affectedDepartments, start, finish, profile);
    }
}
