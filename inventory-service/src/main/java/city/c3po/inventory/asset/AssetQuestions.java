package city.c3po.inventory.asset;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Reference;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What is asked of an asset beyond its own row. */
@Singleton
class AssetQuestions {
    private static final int MOST_AFFECTED = 1_000;

    private static final String CLAIMS = """
            select c.source, c.native_key, c.said::text, c.decision::text, s.last_seen,
                   coalesce(s.last_seen + make_interval(hours => f.fresh_hours), 'infinity') > ? as fresh,
                   c.path[cardinality(c.path)] as merged_from
            from claim c
                join sighting s on s.asset = c.asset and s.source = c.source and s.native_key = c.native_key
                left join source f on f.id = c.source
            where c.asset = ? order by c.source, c.native_key""";

    /** From the claims, whose primary key leads to them: keys have no index by asset that each row would pay for. */
    private static final String KEYS = """
            select distinct k.kind::text, k.value
            from claim c cross join lateral identity_keys(c.source, c.native_key, c.said) k
                join identifier i on i.kind = k.kind and i.value = k.value and i.asset = c.asset
            where c.asset = ? and c.source <> 'manual' or c.asset = ? and k.kind <> 'N'
            order by 1, 2""";

    private static final String IMPACT = """
            with recursive suffering (id, via, depth, trail) as (
                select cast(? as uuid), '', 0, array[cast(? as uuid)]
                union all
                select next.id, next.via, s.depth + 1, s.trail || next.id
                from suffering s cross join lateral (
                    select r.from_asset as id, r.kind as via from relation r where r.to_asset = s.id
                    union all
                    select a.id, 'PARENT' from asset a
                    where a.said ->> 'parent' = s.id::text and jsonb_exists(a.said, 'parent') and a.merged_into is null) next
                where s.depth < ? and next.id <> all (s.trail))
            select a.id, a.tag, a.kind, a.name, min(s.depth) as depth, (array_agg(s.via order by s.depth))[1] as via
            from suffering s join asset a on a.id = s.id
            where s.depth > 0 and a.merged_into is null and access_visible(a.access, ?)
            group by a.id, a.tag, a.kind, a.name
            order by min(s.depth), a.tag limit ?""";

    private final DataSource database;
    private final ObjectMapper json;

    AssetQuestions(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Identity identity(Asset asset, Instant at) {
        return query(connection ->
                new Identity(asset.id(), claims(connection, asset.id(), at), keys(connection, asset.id())));
    }

    private List<Identity.Claim> claims(Connection connection, UUID asset, Instant at) throws SQLException {
        try (var query = connection.prepareStatement(CLAIMS)) {
            query.setObject(1, at.atOffset(ZoneOffset.UTC));
            query.setObject(2, asset);
            try (var row = query.executeQuery()) {
                var claims = new ArrayList<Identity.Claim>();
                while (row.next()) {
                    claims.add(claim(row));
                }
                return claims;
            }
        }
    }

    private Identity.Claim claim(ResultSet row) throws SQLException {
        try {
            return new Identity.Claim(
                    row.getString("source"),
                    row.getString("native_key"),
                    json.readTree(row.getString("said")),
                    json.readValue(row.getString("decision"), Identity.Decision.class),
                    row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                    row.getBoolean("fresh"),
                    row.getObject("merged_from", UUID.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a claim cannot be read", e);
        }
    }

    private static List<Identity.Key> keys(Connection connection, UUID asset) throws SQLException {
        try (var query = connection.prepareStatement(KEYS)) {
            query.setObject(1, asset);
            query.setObject(2, asset);
            try (var row = query.executeQuery()) {
                var keys = new ArrayList<Identity.Key>();
                while (row.next()) {
                    keys.add(new Identity.Key(kind(row.getString(1)), row.getString(2)));
                }
                return keys;
            }
        }
    }

    private static String kind(String letter) {
        return switch (letter) {
            case "N" -> "NATIVE_KEY";
            case "S" -> "SERIAL";
            case "U" -> "UUID";
            case "T" -> "TAG";
            case "M" -> "MAC";
            default -> throw new IllegalStateException("no kind of key: " + letter);
        };
    }

    Affected impact(Asset asset, int depth, Actor by) {
        return query(connection -> {
            try (var query = connection.prepareStatement(IMPACT)) {
                query.setString(1, asset.id().toString());
                query.setString(2, asset.id().toString());
                query.setInt(3, depth + 1);
                query.setString(4, by.claims());
                query.setInt(5, MOST_AFFECTED + 1);
                try (var row = query.executeQuery()) {
                    var all = new ArrayList<Affected.Asset>();
                    while (row.next()) {
                        all.add(affected(row));
                    }
                    var shown = all.stream()
                            .filter(one -> one.depth() <= depth)
                            .limit(MOST_AFFECTED)
                            .toList();
                    return new Affected(asset.reference(), shown, shown.size() < all.size());
                }
            }
        });
    }

    private static Affected.Asset affected(ResultSet row) throws SQLException {
        var id = row.getString("id");
        return new Affected.Asset(
                new Reference("asset", id, row.getString("tag"), "/v1/assets/" + id),
                AssetKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("depth"),
                row.getString("via"));
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T query(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what is known of the asset", e);
        }
    }
}
