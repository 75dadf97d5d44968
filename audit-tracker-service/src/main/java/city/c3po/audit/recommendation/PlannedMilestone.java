package city.c3po.audit.recommendation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A milestone as it is planned. */
@Schema(name = "NewMilestone", description = "A milestone as it is planned.")
public record PlannedMilestone(
        @Schema(description = "Unique in the recommendation.", examples = "M1")
        @NotNull @Pattern(regexp = Milestone.KEY) String key,

        @NotBlank @Size(max = 300) String title,

        @Schema(description = "SHORT: due within 12 months. Found from the date if left out.")
        Milestone.@Nullable Horizon horizon,

        @Schema(description = "1 if left out.") @Nullable @Min(1) @Max(1000) Integer weight,

        @Schema(description = "True if left out.") @Nullable Boolean mandatory,

        @Nullable LocalDate start,
        @NotNull LocalDate due,
        @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = Milestone.KEY) String> dependsOn) {}
