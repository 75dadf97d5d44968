package city.c3po.audit.evidence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A piece of evidence as it is added. */
@Schema(name = "NewEvidence", description = "A piece of evidence: title, kind and elements are enough; bytes follow.")
public record NewEvidence(
        @NotBlank @Size(max = 300) String title,

        @NotNull EvidenceKind kind,

        @Schema(description = "Keys of the elements it speaks for.") @NotEmpty @Size(max = 50) List<@NotNull @Pattern(regexp = "E[0-9]{1,3}") String> elements,

        @Schema(description = "EXAMINE if left out.") @Nullable Method method,

        @Schema(description = "When it was collected; today if left out.") @Nullable LocalDate collected,

        @Schema(description = "Until when it shows anything.") @Nullable LocalDate validUntil,

        @Schema(description = "For a LINK: where it is.", examples = "https://city.example/policy")
        @Nullable @Size(max = 2000) @Pattern(regexp = "https?://[^\\s]+") String link,

        @Schema(description = "For a LINK: SHA-256 of what is there, hexadecimal.")
        @Nullable @Pattern(regexp = "[0-9a-f]{64}") String sha256) {

    NewEvidence settled(LocalDate today) {
        return new NewEvidence(
                title,
                kind,
                elements.stream().distinct().sorted().toList(),
                method == null ? Method.EXAMINE : method,
                collected == null ? today : collected,
                validUntil,
                link,
                sha256);
    }
}
