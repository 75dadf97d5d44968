package city.c3po.portfolio.triage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a policy says; what an author writes and an adopter agrees to. */
@Schema(name = "TriagePolicyText", description = "What a triage policy says.")
public record TriagePolicyText(
        @NotBlank @Size(max = 200) @Schema(examples = "C3PO in the mix")
        String title,

        @Schema(description = "Where the lines come from, or why they change.") @Nullable @Size(max = 4000) String rationale,

        @Schema(description = "First day on which it applies, in the city's calendar.", examples = "2027-07-01")
        @NotNull LocalDate effectiveFrom,

        @NotNull @Valid Thresholds thresholds) {}
