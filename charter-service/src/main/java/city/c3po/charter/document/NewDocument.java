package city.c3po.charter.document;

import city.c3po.charter.template.DocumentKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said to register a document. */
@Schema(
        name = "NewDocument",
        description = "What is said to register a document; without a link its bytes are uploaded next.")
record NewDocument(
        @NotNull DocumentKind kind,
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 4000) String description,

        @Schema(
                description = "Where it is; left out where bytes are uploaded.",
                examples = "https://share.city.example/doc/17")
        @Nullable @Size(max = 2000) @Pattern(regexp = "https?://[^\\s]+") String link,

        @Schema(description = "SHA-256 of what the link names, hexadecimal, to be checked again later.")
        @Nullable @Pattern(regexp = "[0-9a-f]{64}") String sha256,

        @Schema(description = "How long it is kept.", examples = "7 years after closing") @Nullable @Size(max = 200) String retention) {}
