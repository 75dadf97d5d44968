package city.c3po.inventory.asset;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An asset as callers see it. Imports build the same in SQL: {@code asset_state}. */
@Schema(
        name = "Asset",
        description = "Something the city owns, runs or subscribes to. Attributes that nobody says are left out.")
public record AssetView(
        UUID id,
        String href,
        AssetState state,

        @JsonUnwrapped AssetText said,

        @Schema(description = "Attribute → the source whose value it is; people are the source manual.")
        Map<String, String> provenance,

        @Schema(description = "The systems that feed it.") List<String> sources,
        List<Lock> locks,
        Life lifecycle,
        List<Relation> relations,

        @Schema(description = "The asset that goes on in its place.") @Nullable Reference mergedInto,

        @Schema(description = "Subject of who registered it, a person or a system.")
        String createdBy,

        Instant createdAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<AssetAction> allowedActions)
        implements Representation {

    static AssetView of(Asset asset, @Nullable Actor reader) {
        return new AssetView(
                asset.id(),
                asset.href(),
                asset.assetState(),
                asset.text(),
                asset.provenance(),
                asset.sources(),
                asset.locks(),
                asset.life(),
                asset.relations(),
                asset.mergedInto() == null
                        ? null
                        : new Reference(
                                "asset", asset.mergedInto().toString(), null, "/v1/assets/" + asset.mergedInto()),
                asset.createdBy(),
                asset.createdAt(),
                reader == null ? null : asset.allowedActions(reader));
    }
}
