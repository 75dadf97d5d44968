package city.c3po.portfolio.cost;

import city.c3po.platform.value.Money;
import city.c3po.portfolio.reference.Codes;
import city.c3po.portfolio.reference.ExternalRefs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as the finance system says it. */
@Schema(name = "CostEntryText", description = "An entry as the finance system says it.")
record CostEntryText(
        @Schema(description = "The system's own key of the entry; posted once.", examples = "GL-2026-07-000123")
        @NotBlank @Size(max = 200) String nativeKey,

        @Schema(description = "Id of the project; or projectRef.") @Nullable UUID project,

        @Schema(
                description = "The system's own name of the project, instead of its id.",
                examples = "finance:PRJ-00815")
        @Nullable @Pattern(regexp = ExternalRefs.PATTERN) @Size(max = 251) String projectRef,

        @NotNull CostKind kind,

        @Schema(description = "Negative for a correction, a refund or a release.") @NotNull @Valid Money amount,

        @Schema(description = "The day on which it counts.") @NotNull LocalDate postedOn,

        @Schema(description = "Code of the funding line.") @Nullable @Pattern(regexp = Codes.FUNDING_LINE) String fundingLine,

        @Schema(description = "Native key of the entry that this one corrects.") @Nullable @Size(min = 1, max = 200) String corrects,

        @Nullable @Size(min = 1, max = 500) String text) {}
