package city.c3po.portfolio.scoring;

import static city.c3po.portfolio.scoring.ScoringRule.EACH_CRITERION_ONCE;
import static city.c3po.portfolio.scoring.ScoringRule.WEIGHTS_ADD_UP;

import city.c3po.portfolio.reference.Codes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a scoring model says. */
@Schema(name = "ScoringModelText", description = "Criteria with weights that add up to 100, and anchors for 0 to 5.")
record ModelText(
        @NotBlank @Size(max = 200) @Schema(examples = "Value and readiness")
        String title,

        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Criterion> criteria) {

    /** One question, its weight, and what each mark means. */
    @Schema(name = "ScoringCriterion", description = "One question, its weight, and what each mark from 0 to 5 means.")
    record Criterion(
            @Schema(examples = "public-value") @NotNull @Pattern(regexp = Codes.TAG) String code,

            @NotBlank @Size(max = 500) String question,

            @Schema(description = "In percent; all together 100.") @Min(1) @Max(100) int weight,

            @Schema(description = "What 0, 1, 2, 3, 4 and 5 mean, in this order.") @NotNull @Size(min = 6, max = 6) List<@NotBlank @Size(max = 500) String> anchors) {}

    ModelText {
        // not List.copyOf: a null among them is for validation to name
        criteria = criteria == null ? null : criteria.stream().toList();
    }

    void requireSound() {
        WEIGHTS_ADD_UP.require(criteria.stream().mapToInt(Criterion::weight).sum() == 100);
        EACH_CRITERION_ONCE.require(
                criteria.stream().map(Criterion::code).distinct().count() == criteria.size());
    }
}
