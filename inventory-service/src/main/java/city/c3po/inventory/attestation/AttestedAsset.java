package city.c3po.inventory.attestation;

import city.c3po.platform.value.Reference;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One asset of an attestation. */
@Schema(name = "AttestedAsset", description = "One asset that a department confirms, and who did.")
record AttestedAsset(
        Reference asset,
        @Nullable String name,

        @Schema(description = "Subject of who confirmed it; null while nobody did.") @Nullable String confirmedBy,

        @Nullable Instant confirmedAt) {}
