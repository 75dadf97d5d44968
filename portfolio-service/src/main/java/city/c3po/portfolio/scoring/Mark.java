package city.c3po.portfolio.scoring;

import city.c3po.portfolio.reference.Codes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one assessor says of one criterion. */
@Schema(name = "Mark", description = "What one assessor says of one criterion.")
record Mark(
        @Schema(description = "Code of the model's criterion.") @NotNull @Pattern(regexp = Codes.TAG) String criterion,

        @Schema(description = "0 to 5; the model's anchors say what they mean.") @NotNull @Min(0) @Max(5) Integer mark,

        @Nullable @Size(max = 2000) String comment) {}
