package city.c3po.inventory.asset;

import static city.c3po.inventory.asset.AssetRule.BEGINS_LIVE;
import static city.c3po.inventory.asset.AssetRule.KIND_IS_FIXED;
import static city.c3po.inventory.asset.AssetRule.KNOWN_ATTRIBUTE;
import static city.c3po.inventory.asset.AssetRule.KNOWN_PARENT;
import static city.c3po.inventory.asset.AssetRule.KNOWN_RELATIVE;
import static city.c3po.inventory.asset.AssetRule.NO_OWN_PARENT;
import static city.c3po.inventory.asset.AssetRule.SAMPLE_DATA_FIXED;
import static city.c3po.inventory.asset.AssetRule.TAG_IS_FIXED;
import static city.c3po.inventory.asset.AssetRule.TAG_OF_OURS;

import city.c3po.inventory.reference.Itself;
import city.c3po.inventory.reference.KnownReferences;
import city.c3po.inventory.reference.ReferenceType;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The assets, and what must be known beside one of them before it changes. */
@Singleton
public class Assets extends Aggregates<Asset, UUID, AssetAction> {
    static final String OUR_TAGS = "C3-";

    private final Claims claims;
    private final Attributes attributes;
    private final KnownReferences known;

    Assets(EntityManager entities, Journal journal, Claims claims, Attributes attributes, KnownReferences known) {
        super(Asset.class, entities, journal);
        this.claims = claims;
        this.attributes = attributes;
        this.known = known;
    }

    Asset register(Actor by, AssetText said, @Nullable AssetState begins, Instant at) {
        TAG_OF_OURS.require(said.tag() == null || !said.tag().startsWith(OUR_TAGS));
        BEGINS_LIVE.require(begins != AssetState.DISPOSED);
        requireReferences(by, null, said);
        var fresh = new Asset(by, said, at);
        return add(fresh, by, asset -> {
            claims.requireFree(asset.id(), said);
            claims.say(asset.id(), attributes.claimed(said), said, at);
            return asset.register(
                    by, begins, claims.weigh(asset, begins == null ? asset.assetState() : begins, at), at);
        });
    }

    Asset edit(UUID id, Actor by, Seen seen, UnaryOperator<AssetText> better, Instant at) {
        return edit(id, by, seen, AssetAction.EDIT, asset -> {
            var present = asset.text();
            var said = better.apply(present);
            KIND_IS_FIXED.require(said.kind() == present.kind());
            TAG_IS_FIXED.require(present.tag().equals(said.tag()));
            SAMPLE_DATA_FIXED.require(
                    Boolean.TRUE.equals(said.sampleData()) == Boolean.TRUE.equals(present.sampleData()));
            var values = attributes.claimed(present, said);
            if (values.isEmpty()) {
                return List.of();
            }
            requireReferences(by, asset, said);
            return asset.edit(by, believed(asset, values, said, asset.assetState(), at), at);
        });
    }

    /** What is believed now is what a person says from now on, and no feed overrules it. */
    Asset lock(UUID id, String attribute, String reason, @Nullable Instant until, Actor by, Seen seen, Instant at) {
        KNOWN_ATTRIBUTE.require(Attributes.known(attribute));
        return change(id, by, seen, AssetAction.LOCK, asset -> {
            var lock = new Lock(attribute, reason, until, by.sub());
            asset.add(lock);
            var said = asset.text();
            var values = Map.of(attribute, attributes.valueOf(said, attribute));
            return asset.lock(by, lock, believed(asset, values, said, asset.assetState(), at), at);
        });
    }

    Asset unlock(UUID id, String attribute, String reason, Actor by, Seen seen, Instant at) {
        return change(id, by, seen, AssetAction.UNLOCK, asset -> {
            asset.removeLock(attribute);
            return asset.unlock(by, reason, claims.weigh(asset, asset.assetState(), at), at);
        });
    }

    Asset relate(UUID id, List<Relation> all, Actor by, Seen seen, Instant at) {
        return edit(id, by, seen, AssetAction.RELATE, asset -> {
            for (var relation : all) {
                KNOWN_RELATIVE.require(isVisible(relation.to(), by));
            }
            return asset.relate(by, all.stream().distinct().toList(), at);
        });
    }

    /** A move that needs nothing but its legality. */
    Asset move(UUID id, AssetAction action, AssetState to, @Nullable String reason, Actor by, Seen seen, Instant at) {
        return change(id, by, seen, action, asset -> asset.move(by, action, to, reason, at));
    }

    /** A move that says something new of it. */
    Asset move(
            UUID id,
            AssetAction action,
            AssetState to,
            UnaryOperator<AssetText> better,
            Actor by,
            Seen seen,
            Instant at) {
        return change(id, by, seen, action, asset -> asset.move(by, action, to, after(asset, better, by, to, at), at));
    }

    Asset found(
            UUID id,
            AssetState where,
            LocalDate seenOn,
            UnaryOperator<AssetText> better,
            Actor by,
            Seen seen,
            Instant at) {
        return change(
                id,
                by,
                seen,
                AssetAction.REPORT_FOUND,
                asset -> asset.reportFound(by, where, seenOn, after(asset, better, by, where, at), at));
    }

    /** What was installed on it ends with it. */
    Asset retire(UUID id, String reason, Actor by, Seen seen, Instant at) {
        var retired = change(
                id,
                by,
                seen,
                AssetAction.RETIRE,
                asset -> asset.retire(by, reason, claims.weigh(asset, AssetState.RETIRED, at), at));
        changeAll(
                installsOn(id),
                Itself.ACTOR,
                AssetAction.TERMINATE,
                install -> install.move(
                        Itself.ACTOR,
                        AssetAction.TERMINATE,
                        AssetState.TERMINATED,
                        "What it was installed on was retired.",
                        at));
        return retired;
    }

    Asset restock(UUID id, String reason, Actor by, Seen seen, Instant at) {
        return change(
                id,
                by,
                seen,
                AssetAction.RESTOCK,
                asset -> asset.restock(by, reason, claims.weigh(asset, AssetState.IN_STOCK, at), at));
    }

    /** For questions that other packages answer about an asset. */
    public void requireVisible(UUID id, Actor by) {
        get(id, by);
    }

    /** A person says what a row of an import is about: it becomes a claim of its source. */
    public void link(UUID id, FedRow row, Actor by, Instant at) {
        KNOWN_RELATIVE.require(isVisible(id, by));
        change(id, by, Seen.whatever(), AssetAction.MERGE, asset -> {
            claims.feed(asset.id(), row, "LINK", at);
            return asset.link(by, claims.sources(id), claims.weigh(asset, asset.assetState(), at), row, at);
        });
    }

    /** A person says that a row of an import is an asset of its own. */
    public UUID register(FedRow row, Actor by, Instant at) {
        var said = attributes.read(row);
        requireReferences(by, null, said);
        var fresh = new Asset(by, said, at);
        return add(fresh, by, asset -> {
                    claims.feed(asset.id(), row, "CREATE", at);
                    return asset.register(
                            by,
                            row.state() == null ? null : AssetState.valueOf(row.state()),
                            claims.weigh(asset, asset.assetState(), at),
                            row,
                            at);
                })
                .id();
    }

    private Believed after(Asset asset, UnaryOperator<AssetText> better, Actor by, AssetState to, Instant at) {
        var said = better.apply(asset.text());
        requireReferences(by, asset, said);
        return believed(asset, attributes.claimed(asset.text(), said), said, to, at);
    }

    private Believed believed(Asset asset, Map<String, JsonNode> values, AssetText now, AssetState state, Instant at) {
        claims.requireFree(asset.id(), now);
        claims.say(asset.id(), values, now, at);
        return claims.weigh(asset, state, at);
    }

    void requireReferences(Actor by, @Nullable Asset asset, AssetText said) {
        known.check()
                .that(ReferenceType.DEPARTMENT, "/department", said.department())
                .that(ReferenceType.PERSON, "/custodian", said.custodian())
                .that(ReferenceType.VENDOR, "/vendor", said.vendor())
                .require();
        if (said.parent() != null) {
            var parent = UUID.fromString(said.parent());
            KNOWN_PARENT.require(isVisible(parent, by));
            NO_OWN_PARENT.require(asset == null || !isWithin(parent, asset.id()));
        }
    }

    /** Whether it is there for this caller, and no tombstone. */
    public boolean isVisible(UUID id, Actor by) {
        return Optional.ofNullable(entities().find(Asset.class, id))
                .filter(found -> found.mergedInto() == null && found.access().visibleTo(by))
                .isPresent();
    }

    /** Whether an asset is another or, step by step, part of it. */
    private boolean isWithin(UUID part, UUID whole) {
        return entities()
                .createNativeQuery("""
                        with recursive above(id, depth) as (
                            select cast(:part as uuid), 0
                            union all
                            select cast(a.said ->> 'parent' as uuid), depth + 1
                            from above join asset a on a.id = above.id
                            where a.said ->> 'parent' is not null and depth < 50)
                        select exists (select from above where id = :whole)""", Boolean.class)
                .setParameter("part", part.toString())
                .setParameter("whole", whole)
                .getSingleResult()
                .equals(true);
    }

    @SuppressWarnings("unchecked")
    private List<UUID> installsOn(UUID id) {
        return entities()
                .createNativeQuery("""
                        select id from asset
                        where said ->> 'parent' = :id and jsonb_exists(said, 'parent') and kind = 'SOFTWARE_INSTALL'
                          and state <> 'TERMINATED' and merged_into is null""", UUID.class)
                .setParameter("id", id.toString())
                .getResultList();
    }
}
