package city.c3po.charter.charter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said to begin a charter: its project is enough. */
@Schema(name = "NewCharter", description = "What is said to begin a charter: its project is enough.")
record NewCharter(
        @Schema(description = "Id of the project.") @NotNull @Pattern(regexp = Sub.PATTERN) String project,

        @Schema(description = "The project's title where it is left out.") @Nullable @Size(min = 1, max = 200) String title,

        @Nullable @Valid CharterContent content,

        @Schema(description = "Who holds which seat, as far as portfolio does not name them.") @Nullable @Size(max = 60) List<@NotNull @Valid SeatHolding> seats,

        @Schema(description = "Made for a demonstration; the project's where it is left out.") @Nullable Boolean sampleData) {}
