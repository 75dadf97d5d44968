package city.c3po.charter.signing;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who signed, for whom, how it is known that it was them, and what they declared. */
@Schema(name = "Signature", description = "Who signed, for whom, and how it is known that it was them.")
public record Signature(
        @Schema(description = "Subject of who signed.") String signer,

        @Schema(description = "As the token named them then.")
        String name,

        @Schema(description = "Subject of whom a delegate signed for.") @Nullable String onBehalfOf,

        @Nullable UUID delegation,
        String statement,

        @Schema(description = "When they last proved who they are.")
        Instant authenticatedAt,

        @Schema(description = "How: the token's acr.") @Nullable String method,

        Instant at) {

    /** Whose signature it is in the roster. */
    String of() {
        return onBehalfOf == null ? signer : onBehalfOf;
    }
}
