package city.c3po.charter.charter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The product questions: what shall be there, and why. */
@Schema(name = "CharterProduct", description = "The product questions: what, and why.")
public record Product(
        @Nullable @Valid What what, @Nullable @Valid Why why) {

    @Schema(name = "CharterWhat")
    public record What(
            @Nullable @Size(max = 8000) String scope,

            @Schema(description = "What is not part of it.") @Nullable @Size(max = 8000) String boundaries,

            @Nullable @Size(max = 200) List<@NotNull @Valid Deliverable> deliverables) {}

    @Schema(name = "CharterDeliverable")
    public record Deliverable(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 2000) String description,

            @Schema(description = "What must be true for the city to accept it; at least one before commitment.")
            @Nullable @Size(max = 200) List<@NotNull @Valid Criterion> criteria) {

        public List<Criterion> criteriaOrNone() {
            return criteria == null ? List.of() : criteria;
        }
    }

    /** What kind of proof shows that a criterion is met. */
    public enum EvidenceKind {
        TEST_REPORT,
        DEMONSTRATION,
        MEASUREMENT,
        DOCUMENT,
        INSPECTION,
        OTHER
    }

    @Schema(name = "CharterCriterion")
    public record Criterion(
            @Schema(
                    description =
                            "Names it for good: acceptance is asked of this key. Given by the service where it is left out.",
                    examples = "C1")
            @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String key,

            @NotBlank @Size(max = 1000) String text,

            @Schema(description = "How it will be checked.") @Nullable @Size(max = 1000) String method,

            @Nullable EvidenceKind evidenceKind) {

        Criterion keyed(String given) {
            return new Criterion(given, text, method, evidenceKind);
        }
    }

    @Schema(name = "CharterWhy")
    public record Why(
            @Nullable @Size(max = 8000) String problem,
            @Nullable @Size(max = 100) List<@NotNull @Valid Objective> objectives,
            @Nullable @Size(max = 100) List<@NotNull @Valid Benefit> benefits) {}

    @Schema(name = "CharterObjective")
    public record Objective(
            @NotBlank @Size(max = 1000) String text,
            @Nullable @Size(max = 500) String metric,
            @Nullable @Size(max = 500) String baseline,
            @Nullable @Size(max = 500) String target,
            @Nullable LocalDate due) {}

    @Schema(name = "CharterBenefit")
    public record Benefit(
            @NotBlank @Size(max = 1000) String text,
            @Nullable @Size(max = 500) String measure,
            @Nullable LocalDate due) {}
}
