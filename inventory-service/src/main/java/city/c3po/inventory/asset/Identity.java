package city.c3po.inventory.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why all these claims are about one thing, who says what, and how fresh that is. */
@Schema(
        name = "AssetIdentity",
        description = "Why all these claims are about one thing, who says what, and how fresh that is.")
record Identity(UUID asset, List<Claim> claims, List<Key> keys) {
    /**
     * What one source says.
     *
     * @param mergedFrom the tombstone whose claim it was
     */
    @Schema(name = "AssetClaim", description = "What one source says of the asset.")
    record Claim(
            String source,
            String nativeKey,

            @Schema(
                    implementation = Object.class,
                    type = SchemaType.OBJECT,
                    description = "Attribute → value; null: the source says that there is none.")
            JsonNode said,

            @Schema(
                    description =
                            "How it was found to be this asset: decision, rule, keys, losers, and the import and line it came in.")
            Decision decision,

            Instant lastSeen,

            @Schema(description = "Whether the source saw it recently enough to be believed before others.")
            boolean fresh,

            @Nullable UUID mergedFrom) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AssetMatch", description = "How a claim was found to be about this asset.")
    record Decision(
            @Schema(description = "CREATE or LINK.") String decision,

            @Schema(description = "The key that decided, or BY_HAND.")
            String rule,

            @Nullable List<String> keys,

            @Schema(description = "Assets that a weaker key hit.") @Nullable List<UUID> losers,

            @Nullable UUID importId,
            @Nullable Integer line,
            @Nullable Instant at) {}

    @Schema(name = "AssetKey", description = "By what it is known, normalised.")
    record Key(
            @Schema(description = "NATIVE_KEY, SERIAL, UUID, TAG or MAC.")
            String kind,

            String value) {}
}
