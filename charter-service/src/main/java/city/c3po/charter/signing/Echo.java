package city.c3po.charter.signing;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a signer says they sign: nobody signs what they have not fetched. */
@Schema(name = "SignatureEcho", description = "What you sign, as the sign-off shows it.")
record Echo(
        @Schema(description = "The version of the content, or the attempt of an acceptance.") @NotNull @Min(1) Integer contentVersion,

        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String contentHash,

        @Schema(description = "The sign-off's statement, word by word.") @NotBlank @Size(max = 1000) String statement) {}
