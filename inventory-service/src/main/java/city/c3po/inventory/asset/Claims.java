package city.c3po.inventory.asset;

import static city.c3po.inventory.asset.AssetRule.IDENTITY_IS_FREE;
import static city.c3po.inventory.asset.AssetRule.TAG_IS_FREE;

import city.c3po.platform.rule.Rule;
import city.c3po.platform.value.Reference;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What people say of an asset, beside what feeds say. The rules that weigh claims and that tell identities apart are SQL
 * functions, because imports apply them to a million rows at once; this asks the same functions about one.
 */
@Singleton
class Claims {
    /** The source of whoever edits by hand. */
    static final String MANUAL = "manual";

    private static final String SAY = """
            insert into claim as c (asset, source, native_key, said, digest, decision)
            values (?, 'manual', ?, ?::jsonb, gen_random_uuid(), '{"decision": "CREATE", "rule": "BY_HAND"}')
            on conflict (asset, source, native_key) do update set said = c.said || excluded.said, digest = excluded.digest""";

    private static final String SEE = """
            insert into sighting (asset, source, native_key, last_seen) values (?, ?, ?, ?)
            on conflict (asset, source, native_key) do update set last_seen = excluded.last_seen""";

    private static final String FREE = """
            select i.kind, i.asset, a.tag
            from identity_keys(?, ?, ?::jsonb) k
                join identifier i on i.kind = k.kind and i.value = k.value
                join asset a on a.id = i.asset
            where k.kind in ('N', 'S', 'U', 'T') and i.asset <> ? limit 1""";

    private static final String IDENTIFY = """
            insert into identifier (kind, value, apart, asset)
            select k.kind, k.value, case k.kind when 'M' then ? else '00000000-0000-0000-0000-000000000000' end, ?
            from identity_keys(?, ?, ?::jsonb) k
            where not exists (select from identifier i where i.kind = k.kind and i.value = k.value and i.asset = ?)""";

    private final DataSource database;
    private final ObjectMapper json;

    Claims(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Whether nobody else is known by any of these keys. */
    void requireFree(UUID asset, AssetText said) {
        requireFree(asset, MANUAL, asset.toString(), write(said));
    }

    private void requireFree(UUID asset, String source, String nativeKey, String said) {
        run(connection -> {
            try (var query = connection.prepareStatement(FREE)) {
                query.setString(1, source);
                query.setString(2, nativeKey);
                query.setString(3, said);
                query.setObject(4, asset);
                try (var row = query.executeQuery()) {
                    if (row.next()) {
                        Rule broken = row.getString(1).equals("T") ? TAG_IS_FREE : IDENTITY_IS_FREE;
                        var id = row.getString(2);
                        throw broken.violated(Map.of(
                                "asset",
                                new Reference("asset", id, row.getString(3), "/v1/assets/" + id),
                                "key",
                                key(row.getString(1))));
                    }
                }
            }
            return null;
        });
    }

    private static String key(String kind) {
        return switch (kind) {
            case "N" -> "nativeKey";
            case "S" -> "serial";
            case "U" -> "uuid";
            case "T" -> "tag";
            default -> throw new IllegalStateException("no key of one asset: " + kind);
        };
    }

    /** Notes what a person says, keys included. */
    void say(UUID asset, Map<String, JsonNode> values, AssetText now, Instant at) {
        run(connection -> {
            update(connection, SAY, asset, asset.toString(), write(values));
            update(connection, SEE, asset, MANUAL, asset.toString(), at.atOffset(ZoneOffset.UTC));
            update(connection, IDENTIFY, asset, asset, MANUAL, asset.toString(), write(now), asset);
            return null;
        });
    }

    /** Notes what a row of a feed says, keys included, if no other asset is known by them. */
    void feed(UUID asset, FedRow row, String decision, Instant at) {
        requireFree(asset, row.source(), row.nativeKey(), write(row.said()));
        run(connection -> {
            update(
                    connection,
                    """
                    insert into claim as c (asset, source, native_key, said, state, digest, decision)
                    values (?, ?, ?, ?::jsonb, ?, gen_random_uuid(),
                            jsonb_build_object('decision', ?::text, 'rule', 'BY_HAND', 'importId', ?::uuid, 'line', ?::int,
                                               'at', instant_text(?)))
                    on conflict (asset, source, native_key) do update
                        set said = c.said || excluded.said, digest = excluded.digest""",
                    asset,
                    row.source(),
                    row.nativeKey(),
                    write(row.said()),
                    row.state(),
                    decision,
                    row.importId(),
                    row.line(),
                    at.atOffset(ZoneOffset.UTC));
            update(connection, SEE, asset, row.source(), row.nativeKey(), at.atOffset(ZoneOffset.UTC));
            update(connection, IDENTIFY, asset, asset, row.source(), row.nativeKey(), write(row.said()), asset);
            return null;
        });
    }

    /** As {@link #feed}, for all that the source says: what it said before and does not say now it says no more. */
    void feedWhole(UUID asset, FedRow row, Instant at) {
        feed(asset, row, "LINK", at);
        run(connection -> {
            update(
                    connection,
                    "update claim set said = ?::jsonb where asset = ? and source = ? and native_key = ?",
                    write(row.said()),
                    asset,
                    row.source(),
                    row.nativeKey());
            return null;
        });
    }

    /** What all claims come to. */
    Believed weigh(Asset asset, AssetState state, Instant at) {
        return run(connection -> {
            try (var query = connection.prepareStatement(
                    "select said::text, provenance::text from reconciled(?, ?, ?, ?::jsonb, ?)")) {
                query.setObject(1, asset.id());
                query.setString(2, asset.kind().name());
                query.setString(3, state.name());
                query.setString(4, write(asset.locks()));
                query.setObject(5, at.atOffset(ZoneOffset.UTC));
                try (var row = query.executeQuery()) {
                    row.next();
                    return new Believed(
                            read(row.getString(1), new TypeReference<>() {}),
                            read(row.getString(2), new TypeReference<>() {}));
                }
            }
        });
    }

    /** The loser's claims, sightings and keys become the survivor's, and remember whose they were. */
    void hand(UUID loser, UUID survivor) {
        run(connection -> {
            update(
                    connection,
                    "update claim set asset = ?, path = array_append(path, asset) where asset = ?",
                    survivor,
                    loser);
            update(
                    connection,
                    "update sighting set asset = ?, path = array_append(path, asset) where asset = ?",
                    survivor,
                    loser);
            update(connection, """
                    update identifier set asset = ?, path = array_append(path, asset),
                        apart = case kind when 'M' then ? else apart end
                    where asset = ? and not (kind = 'M' and exists (
                        select from identifier o where o.kind = 'M' and o.value = identifier.value and o.asset = ?))""", survivor, survivor, loser, survivor);
            return null;
        });
    }

    /** The way back of {@link #hand}. */
    void handBack(UUID loser, UUID survivor) {
        run(connection -> {
            for (var table : List.of("claim", "sighting")) {
                update(
                        connection,
                        "update " + table + " set asset = ?, path = nullif(trim_array(path, 1), '{}') "
                                + "where asset = ? and path[cardinality(path)] = ?",
                        loser,
                        survivor,
                        loser);
            }
            update(connection, """
                    update identifier set asset = ?, path = nullif(trim_array(path, 1), '{}'),
                        apart = case kind when 'M' then ? else apart end
                    where asset = ? and path[cardinality(path)] = ?""", loser, loser, survivor, loser);
            return null;
        });
    }

    /** The systems, people aside, that claim something of it. */
    List<String> sources(UUID asset) {
        return run(connection -> {
            try (var query = connection.prepareStatement("""
                    select distinct c.source from claim c join source s on s.id = c.source and s.withdrawn_at is null
                    where c.asset = ? order by c.source""")) {
                query.setObject(1, asset);
                try (var row = query.executeQuery()) {
                    var sources = new ArrayList<String>();
                    while (row.next()) {
                        sources.add(row.getString(1));
                    }
                    return sources;
                }
            }
        });
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            statement.executeUpdate();
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a claim is no JSON", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the claims come to what is no asset", e);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** On the connection of the running transaction. */
    private <T> T run(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new ClaimsFailed(e);
        }
    }

    /** Carries what the database says to whoever turns it into a problem: a lost race for a key is a conflict. */
    static final class ClaimsFailed extends RuntimeException {
        ClaimsFailed(SQLException cause) {
            super(cause);
        }
    }
}
