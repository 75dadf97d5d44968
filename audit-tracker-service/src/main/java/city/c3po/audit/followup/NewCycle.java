package city.c3po.audit.followup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A follow-up cycle as it is opened. */
@Schema(name = "NewFollowUpCycle", description = "A follow-up cycle as it is opened: body and day are enough.")
public record NewCycle(
        @Nullable @Size(max = 200) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*") String title,

        @Schema(description = "Whose recommendations.", examples = "city-auditor")
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,49}") String body,

        @Schema(
                description = "The next 30 June or 31 December after the last cycle's if left out.",
                examples = "2020-12-31")
        @Nullable LocalDate asOf,

        @Schema(description = "Made for a demonstration.") @Nullable Boolean sampleData) {

    /** What can be edited while it is open. */
    @Schema(name = "FollowUpCycleEdit", description = "What can be edited while it is open.")
    public record Edit(
            @NotBlank @Size(max = 200) String title,
            @NotNull LocalDate asOf) {
        static Edit of(FollowUpCycle cycle) {
            return new Edit(cycle.title(), cycle.asOf());
        }
    }
}
