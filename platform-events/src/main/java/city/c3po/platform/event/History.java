package city.c3po.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The journal as people and auditors read it: what was, who did what, and whether a row was tampered with. */
@Singleton
public class History {
    /**
     * One event of a record's life.
     *
     * @param action the event's type
     * @param by subject of whoever did it
     * @param changes what the state after it has that the state before had not; null once erased
     * @param hash SHA-256 over this row and its predecessor's hash, hexadecimal
     */
    @Schema(
            name = "HistoryEntry",
            description = "One event of a record's life: who did what, when, and what it changed.")
    public record Entry(
            long version,
            UUID eventId,
            String action,
            String by,
            @Nullable String reason,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable List<Changes.Change> changes,
            String hash) {}

    /**
     * @param verified whether every row matches its digests and continues its predecessor
     * @param brokenVersion the first row that does not
     */
    @Schema(description = "Whether every row matches its digests and continues the row before it.")
    public record Verification(
            boolean verified,
            long versions,
            @Nullable Long brokenVersion,
            @Nullable Long brokenRow,
            @Nullable String fault) {}

    private final DataSource database;
    private final JournalJson json;

    History(DataSource database, JournalJson json) {
        this.database = database;
        this.json = json;
    }

    /** The state last recorded at or before the instant; none before the record's creation. */
    public Optional<JsonNode> asOf(String aggregateType, Object id, Instant instant) {
        return query(connection -> {
            try (var query = connection.prepareStatement("""
                    select state::text from journal
                    where aggregate_type = ? and aggregate_id = ? and recorded_at <= ?
                    order by version desc limit 1""")) {
                query.setString(1, aggregateType);
                query.setString(2, id.toString());
                query.setObject(3, instant.atOffset(ZoneOffset.UTC));
                try (var row = query.executeQuery()) {
                    return row.next() ? Optional.ofNullable(json.read(row.getString(1))) : Optional.empty();
                }
            }
        });
    }

    /** Entries after a version, oldest first. */
    public List<Entry> of(String aggregateType, Object id, long afterVersion, int limit) {
        return query(connection -> {
            try (var query = connection.prepareStatement("""
                    select version, event_id, type, actor, reason, occurred_at, recorded_at, state::text, hash,
                           (select before.state::text from journal before
                            where before.aggregate_type = j.aggregate_type and before.aggregate_id = j.aggregate_id
                              and before.version = j.version - 1)
                    from journal j
                    where aggregate_type = ? and aggregate_id = ? and version > ?
                    order by version limit ?""")) {
                query.setString(1, aggregateType);
                query.setString(2, id.toString());
                query.setLong(3, afterVersion);
                query.setInt(4, limit);
                try (var row = query.executeQuery()) {
                    var entries = new ArrayList<Entry>();
                    while (row.next()) {
                        var state = json.read(row.getString(8));
                        entries.add(new Entry(
                                row.getLong(1),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class).toInstant(),
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                state == null ? null : Changes.between(json.read(row.getString(10)), state),
                                HexFormat.of().formatHex(row.getBytes(9))));
                    }
                    return entries;
                }
            }
        });
    }

    /** @param version of the record now: rows cut off at the end show by it */
    public Verification verify(String aggregateType, Object id, long version) {
        return query(connection -> {
            try (var query = connection.prepareStatement("""
                    select (select count(*) from journal where aggregate_type = ? and aggregate_id = ?), v.version, v.id, v.fault
                    from (select 1) one left join journal_verify(?, ?) v on true""")) {
                query.setString(1, aggregateType);
                query.setString(2, id.toString());
                query.setString(3, aggregateType);
                query.setString(4, id.toString());
                try (var row = query.executeQuery()) {
                    row.next();
                    long versions = row.getLong(1);
                    var fault = row.getString(4);
                    if (fault != null) {
                        return new Verification(false, versions, row.getLong(2), row.getLong(3), fault);
                    }
                    return versions == version
                            ? new Verification(true, versions, null, null, null)
                            : new Verification(false, versions, versions + 1, null, "the newest rows are missing");
                }
            }
        });
    }

    private interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    private <T> T query(Reading<T> reading) {
        try (var connection = database.getConnection()) {
            return reading.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the journal", e);
        }
    }
}
