package city.c3po.portfolio.scoring;

import static city.c3po.portfolio.scoring.ScoringRule.CONFLICT_OR_MARKS;
import static city.c3po.portfolio.scoring.ScoringRule.EVERY_CRITERION_MARKED;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an assessor says: marks, or a conflict of interest. */
@Schema(
        name = "AssessmentText",
        description = "Marks for every criterion of the adopted model, or a conflict of interest.")
record AssessmentText(
        @Nullable @Size(max = 20) List<@NotNull @Valid Mark> marks,

        @Schema(description = "Why you cannot judge this one; then there are no marks, and it does not count.")
        @Nullable @Size(min = 1, max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*") String conflict) {

    AssessmentText {
        marks = marks == null ? List.of() : marks.stream().toList();
    }

    void requireSound(ModelText model) {
        CONFLICT_OR_MARKS.require((conflict == null) != marks.isEmpty());
        if (conflict == null) {
            var wanted =
                    model.criteria().stream().map(ModelText.Criterion::code).toList();
            var given = marks.stream().map(Mark::criterion).toList();
            EVERY_CRITERION_MARKED.require(
                    given.size() == wanted.size() && Set.copyOf(given).equals(Set.copyOf(wanted)),
                    Map.of(
                            "missing",
                                    wanted.stream()
                                            .filter(code -> !given.contains(code))
                                            .toList(),
                            "unknown",
                                    given.stream()
                                            .filter(code -> !wanted.contains(code))
                                            .toList()));
        }
    }
}
