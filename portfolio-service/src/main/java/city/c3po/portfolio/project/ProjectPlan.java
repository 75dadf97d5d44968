package city.c3po.portfolio.project;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.value.Money;
import city.c3po.portfolio.reference.Codes;
import city.c3po.portfolio.reference.WorkKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said about a project. Title and sponsoring department are enough to begin with. */
@Schema(name = "ProjectPlan", description = "What is said about a project. Title and sponsoring department are enough.")
public record ProjectPlan(
        @NotBlank @Size(max = 200) @Schema(examples = "My San Jose (SJ311)")
        String title,

        @Nullable @Size(max = 4000) String description,

        @Schema(description = "What kind of work it is; finished projects of the same kind tell what it may cost.")
        @Nullable WorkKind kind,

        @Schema(description = "How it is delivered.") @Nullable Approach approach,

        @Schema(
                description =
                        "How much governance it needs; said at creation of a project that no initiative led to. STANDARD where it is left out.")
        @Nullable Tier tier,

        @Schema(description = "Code of the department it is for.", examples = "DEP-PW")
        @NotNull @Pattern(regexp = Codes.DEPARTMENT) String sponsoringDepartment,

        @Schema(description = "Codes of the other departments it touches.") @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.DEPARTMENT) String> affectedDepartments,

        @Schema(description = "Subject of its executive sponsor.") @Nullable @Pattern(regexp = Codes.SUBJECT) String sponsor,

        @Schema(description = "Planned first day.") @Nullable LocalDate start,

        @Schema(description = "Planned last day.") @Nullable LocalDate finish,

        @Schema(description = "What it may cost once.") @Valid @Nullable Money budget,

        @Schema(description = "Names that department systems have for it; each is given once.")
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalRef> externalRefs,

        @Schema(description = "Made for a demonstration; said at creation only.", defaultValue = "false") @Nullable Boolean sampleData) {

    public ProjectPlan {
        // said twice is said once, but only after it was counted: see settled
        affectedDepartments = affectedDepartments == null
                ? List.of()
                : affectedDepartments.stream().toList();
        externalRefs = externalRefs == null ? List.of() : externalRefs.stream().toList();
    }

    /** The same, with its purpose settled; its tier is kept elsewhere. */
    ProjectPlan settled(boolean sampleData) {
        return with(externalRefs, sampleData, null);
    }

    ProjectPlan knownAs(ExternalRef ref) {
        return with(Stream.concat(externalRefs.stream(), Stream.of(ref)).toList(), sampleData, tier);
    }

    private ProjectPlan with(List<ExternalRef> refs, @Nullable Boolean sample, @Nullable Tier said) {
        return new ProjectPlan(
                title,
                description,
                kind,
                approach,
                said,
                sponsoringDepartment,
                affectedDepartments.stream().distinct().sorted().toList(),
                sponsor,
                start,
                finish,
                budget,
                refs.stream().distinct().toList(),
                sample);
    }

    /** Values that are each well-formed but cannot be right together: all of them are told at once. */
    void requireSound() {
        var faults = new ArrayList<Fault>();
        if (start != null && finish != null && finish.isBefore(start)) {
            faults.add(ProjectRule.FINISH_AFTER_START.at("/finish"));
        }
        if (budget != null && budget.amount().signum() < 0) {
            faults.add(ProjectRule.MONEY_NOT_NEGATIVE.at("/budget"));
        }
        if (!faults.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(faults);
        }
    }

    List<String> departments() {
        return Stream.concat(Stream.of(sponsoringDepartment), affectedDepartments.stream())
                .distinct()
                .toList();
    }
}
