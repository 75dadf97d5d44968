package city.c3po.audit.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An audit as its body issued it. */
@Schema(name = "NewAudit", description = "An audit as its body issued it: title, issuer, body and date are enough.")
public record AuditTerms(
        @NotBlank @Size(max = 300) String title,

        @Schema(
                description =
                        "What the issuer calls it; first part of its recommendations' numbers. Its own number if left out.",
                examples = "2019")
        @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9.-]{0,39}") String code,

        @NotNull IssuerKind issuerKind,

        @Schema(description = "The body that issued it, and alone verifies.", examples = "city-auditor")
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,49}") String body,

        @Schema(examples = "2019-11-01") @NotNull LocalDate issued,

        @Schema(description = "The question it asked, or what it looked at.") @Nullable @Size(max = 4000) String scope,

        @Schema(description = "By when management responds.") @Nullable LocalDate responseDue,

        @Schema(description = "Made for a demonstration.") @Nullable Boolean sampleData) {}
