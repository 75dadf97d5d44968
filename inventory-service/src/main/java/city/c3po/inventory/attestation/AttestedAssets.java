package city.c3po.inventory.attestation;

import static city.c3po.inventory.attestation.AttestationRule.ASSETS_OF_THE_ATTESTATION;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Reference;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The frozen sets, which may be large: plain SQL, and never a list in memory beyond a page. */
@Singleton
class AttestedAssets {
    private static final String FREEZE = "select freeze_attestations(?, ?, ?, ?)";

    private static final String STRANGERS = """
            select w.id::text from unnest(?) w (id)
            where not exists (select from attested_asset t where t.attestation = ? and t.asset = w.id)
            order by 1 limit 50""";

    /** Whoever confirms an asset has seen it: what only people know of is fresh again. */
    private static final String MARK = """
            with done as (
                update attested_asset set confirmed_by = ?, confirmed_at = ?
                where attestation = ? and confirmed_at is null and (cast(? as uuid[]) is null or asset = any (?))
                returning asset
            ), seen as (
                insert into sighting as g (asset, source, native_key, last_seen)
                select distinct a.id, 'manual', a.id::text, cast(? as timestamptz)
                from done join asset a on a.id = done.asset and a.merged_into is null
                on conflict (asset, source, native_key) do update set last_seen = greatest(g.last_seen, excluded.last_seen)
            )
            select count(*) from done""";

    private static final String PAGE = """
            select t.asset, a.tag, a.name, t.confirmed_by, t.confirmed_at
            from attested_asset t join asset a on a.id = t.asset
            where t.attestation = ? and t.asset > ? and (cast(? as boolean) is null or (t.confirmed_at is not null) = ?)
            order by t.asset limit ?""";

    private final DataSource database;

    AttestedAssets(DataSource database) {
        this.database = database;
    }

    /**
     * An attestation for each department, with what it has now.
     *
     * @param departments empty for all
     * @return how many departments
     */
    int freeze(UUID campaign, List<String> departments, Actor by, Instant at) {
        return run(connection -> {
            try (var freeze = connection.prepareStatement(FREEZE)) {
                freeze.setObject(1, campaign);
                freeze.setArray(2, connection.createArrayOf("text", departments.toArray()));
                freeze.setString(3, by.sub());
                freeze.setObject(4, at.atOffset(ZoneOffset.UTC));
                try (var row = freeze.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    /** @param assets null for all that are left
     * @return how many of them were not confirmed before */
    int confirm(UUID attestation, @Nullable List<UUID> assets, Actor by, Instant at) {
        return run(connection -> {
            var wanted = assets == null ? null : connection.createArrayOf("uuid", assets.toArray());
            if (wanted != null) {
                requireOnlyIts(connection, attestation, wanted);
            }
            try (var mark = connection.prepareStatement(MARK)) {
                mark.setString(1, by.sub());
                mark.setObject(2, at.atOffset(ZoneOffset.UTC));
                mark.setObject(3, attestation);
                mark.setArray(4, wanted);
                mark.setArray(5, wanted);
                mark.setObject(6, at.atOffset(ZoneOffset.UTC));
                try (var row = mark.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    private static void requireOnlyIts(Connection connection, UUID attestation, java.sql.Array wanted)
            throws SQLException {
        try (var query = connection.prepareStatement(STRANGERS)) {
            query.setArray(1, wanted);
            query.setObject(2, attestation);
            try (var row = query.executeQuery()) {
                var strangers = new ArrayList<String>();
                while (row.next()) {
                    strangers.add(row.getString(1));
                }
                ASSETS_OF_THE_ATTESTATION.require(strangers.isEmpty(), Map.of("assets", strangers));
            }
        }
    }

    /** @param confirmed null for all */
    List<AttestedAsset> after(UUID attestation, @Nullable Boolean confirmed, UUID asset, int limit) {
        return run(connection -> {
            try (var query = connection.prepareStatement(PAGE)) {
                query.setObject(1, attestation);
                query.setObject(2, asset);
                query.setObject(3, confirmed);
                query.setObject(4, confirmed);
                query.setInt(5, limit);
                try (var row = query.executeQuery()) {
                    var page = new ArrayList<AttestedAsset>();
                    while (row.next()) {
                        var id = row.getString(1);
                        var confirmedAt = row.getObject(5, OffsetDateTime.class);
                        page.add(new AttestedAsset(
                                new Reference("asset", id, row.getString(2), "/v1/assets/" + id),
                                row.getString(3),
                                row.getString(4),
                                confirmedAt == null ? null : confirmedAt.toInstant()));
                    }
                    return page;
                }
            }
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** On the connection of the running transaction. */
    private <T> T run(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("what a department attests cannot be worked on", e);
        }
    }
}
