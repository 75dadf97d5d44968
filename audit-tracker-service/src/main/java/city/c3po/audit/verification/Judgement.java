package city.c3po.audit.verification;

import city.c3po.audit.recommendation.VerifiedStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the verifier found, on which evidence. */
@Schema(name = "Judgement", description = "What the verifier found, on which evidence.")
public record Judgement(
        @Schema(description = "Keys of the elements that are met; all that are left out stay as they were.")
        @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = "E[0-9]{1,3}") String> elements,

        @Schema(description = "The revisions it rests on; they are frozen.") @Nullable @Size(max = 200) List<@NotNull @Valid Used> evidence,

        @Schema(description = "Left out of the events of confidential recommendations.") @Nullable @Size(max = 8000) String comment,

        @Schema(description = "The auditor says another status than the elements do, and why.") @Nullable @Valid Override override) {

    /** A revision of a piece of evidence. */
    @Schema(name = "EvidenceUsed", description = "A revision of a piece of evidence.")
    public record Used(
            @NotNull UUID evidence,
            @NotNull @Min(1) @Max(10000) Integer revision) {}

    /** The auditor's own word. */
    @Schema(name = "StatusOverride", description = "Another status than the elements say, and why.")
    public record Override(
            @NotNull VerifiedStatus status,
            @NotBlank @Size(max = 4000) @Nullable String reason) {}

    List<String> met() {
        return elements == null ? List.of() : elements.stream().distinct().toList();
    }

    List<Used> used() {
        return evidence == null ? List.of() : evidence.stream().distinct().toList();
    }

    Judgement silent() {
        return new Judgement(elements, evidence, null, override == null ? null : new Override(override.status(), null));
    }
}
