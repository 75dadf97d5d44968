package city.c3po.inventory.asset;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a move is made. */
@Schema(name = "AssetReason", description = "Why it is done.")
record AssetReason(@NotBlank @Size(max = 2000) String reason) {}
