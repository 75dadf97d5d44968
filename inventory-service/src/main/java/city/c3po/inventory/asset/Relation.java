package city.c3po.inventory.asset;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From this asset to another. */
@Schema(
        name = "AssetRelation",
        description = "From this asset to another: it depends on it, runs on it, is part of it.")
public record Relation(@NotNull Kind kind, @NotNull UUID to) {
    /** In each of them this one suffers when the other fails. */
    public enum Kind {
        DEPENDS_ON,
        RUNS_ON,
        PART_OF
    }
}
