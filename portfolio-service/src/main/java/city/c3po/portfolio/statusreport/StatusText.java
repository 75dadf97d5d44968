package city.c3po.portfolio.statusreport;

import city.c3po.portfolio.project.Colour;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What whoever leads the project says. */
@Schema(
        name = "StatusText",
        description = "What is reported: a summary, and colours where they differ from the figures.")
record StatusText(
        @NotBlank @Size(max = 4000) String summary,

        @Schema(description = "The colour of the whole; the computed one where it is left out.") @Nullable Colour reported,

        @Schema(description = "Why it differs from the computed one.") @Nullable @Size(min = 1, max = 2000) String reason,

        @Nullable @Size(max = 7) List<@NotNull @Valid DimensionSaid> dimensions,

        @Schema(description = "With a red report: what is done about it.") @Valid @Nullable PlanSaid responsePlan) {
    StatusText {
        dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
    }

    /** What is said of one dimension. */
    @Schema(name = "DimensionSaid", description = "What is said of one dimension.")
    record DimensionSaid(
            @NotNull Dimension dimension,
            @Nullable Colour reported,

            @Schema(description = "Why it differs from the computed one.") @Nullable @Size(min = 1, max = 2000) String reason,

            @Nullable @Size(min = 1, max = 2000) String comment) {}

    /** How a red project becomes another colour. */
    @Schema(
            name = "ResponsePlanSaid",
            description = "Who sees to it, from when until when, and what must be so in the end.")
    record PlanSaid(
            @Schema(description = "Subject of who sees to it.") @NotBlank @Size(max = 255) String owner,

            @NotNull LocalDate start,
            @NotNull LocalDate due,

            @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 500) String> exitCriteria) {}

    Optional<DimensionSaid> of(Dimension dimension) {
        return Objects.requireNonNull(dimensions).stream()
                .filter(said -> said.dimension() == dimension)
                .findFirst();
    }
}
