package city.c3po.inventory.asset;

import static city.c3po.inventory.asset.AssetRule.KNOWN_RELATIVE;
import static city.c3po.inventory.asset.AssetRule.OTHER_ASSET;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes one asset of two, and two of one again: both change in one transaction, and what is claimed of them moves. */
@Singleton
class AssetMerges {
    private final Assets assets;
    private final Claims claims;
    private final EntityManager entities;

    AssetMerges(Assets assets, Claims claims, EntityManager entities) {
        this.assets = assets;
        this.claims = claims;
        this.entities = entities;
    }

    /** Both are locked in the order of their ids, so that two callers cannot wait for each other. */
    Asset merge(UUID loser, UUID survivor, String reason, Actor by, Seen seen, Instant at) {
        OTHER_ASSET.require(!loser.equals(survivor));
        lockBoth(loser, survivor);
        var into = Optional.ofNullable(entities.find(Asset.class, survivor))
                .filter(found -> found.access().visibleTo(by))
                .orElseThrow(KNOWN_RELATIVE::violated);
        var merged = assets.change(loser, by, seen, AssetAction.MERGE, asset -> asset.mergeInto(by, into, reason, at));
        claims.hand(loser, survivor);
        assets.change(
                survivor,
                by,
                Seen.whatever(),
                AssetAction.MERGE,
                asset -> asset.absorb(
                        by, merged, claims.sources(survivor), claims.weigh(asset, asset.assetState(), at), reason, at));
        return merged;
    }

    Asset unmerge(UUID loser, String reason, Actor by, Seen seen, Instant at) {
        var survivor = assets.get(loser, by).mergedInto();
        if (survivor == null) {
            return assets.change(
                    loser, by, seen, AssetAction.UNMERGE, asset -> asset.unmerge(by, null, null, reason, at));
        }
        lockBoth(loser, survivor);
        claims.handBack(loser, survivor);
        var restored = assets.change(
                loser,
                by,
                seen,
                AssetAction.UNMERGE,
                asset -> asset.unmerge(
                        by, claims.weigh(asset, asset.assetState(), at), claims.sources(loser), reason, at));
        assets.change(
                survivor,
                by,
                Seen.whatever(),
                AssetAction.UNMERGE,
                asset -> asset.release(
                        by,
                        restored,
                        claims.sources(survivor),
                        claims.weigh(asset, asset.assetState(), at),
                        reason,
                        at));
        return restored;
    }

    private void lockBoth(UUID one, UUID other) {
        Stream.of(one, other)
                .sorted()
                .forEach(id -> Optional.ofNullable(entities.find(Asset.class, id, LockModeType.PESSIMISTIC_WRITE))
                        .orElseThrow(Convention.NOT_FOUND::violated));
    }
}
