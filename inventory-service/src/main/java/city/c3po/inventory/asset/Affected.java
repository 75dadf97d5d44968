package city.c3po.inventory.asset;

import city.c3po.platform.value.Reference;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who suffers if an asset fails. */
@Schema(name = "AssetImpact", description = "Who suffers if the asset fails.")
record Affected(
        Reference asset,
        List<Asset> affected,

        @Schema(description = "Whether there is more beyond the depth or the count.")
        boolean more) {
    @Schema(name = "AffectedAsset", description = "An asset that suffers.")
    record Asset(
            Reference asset,
            AssetKind kind,
            String name,

            @Schema(description = "How many steps away.") int depth,

            @Schema(description = "How it hangs on the step before: DEPENDS_ON, RUNS_ON, PART_OF or PARENT.")
            String via) {}
}
