package city.c3po.portfolio.cost;

import city.c3po.platform.time.CityCalendar;
import city.c3po.platform.value.Money;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The entries, as rows that are only ever added. */
@Singleton
class CostEntries {
    private static final String READ =
            "select id, project, source, native_key, kind, amount, currency, posted_on, funding_line, corrects, text,"
                    + " recorded_at from cost_entry ";

    private final EntityManager entities;

    CostEntries(EntityManager entities) {
        this.entities = entities;
    }

    Map<String, CostEntry> known(String source, List<String> keys) {
        return read(READ + "where source = ? and native_key = any(?)", statement -> {
                    statement.setString(1, source);
                    statement.setArray(2, statement.getConnection().createArrayOf("text", keys.toArray()));
                })
                .stream()
                .collect(Collectors.toMap(CostEntry::nativeKey, Function.identity()));
    }

    void add(CostEntry entry) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                insert into cost_entry (id, project, source, native_key, kind, amount, currency, posted_on, funding_line,
                                        corrects, text, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """)) {
                insert.setObject(1, entry.id());
                insert.setObject(2, entry.project());
                insert.setString(3, entry.source());
                insert.setString(4, entry.nativeKey());
                insert.setString(5, entry.kind().name());
                insert.setBigDecimal(6, entry.amount().amount());
                insert.setString(7, entry.amount().currency());
                insert.setObject(8, entry.postedOn());
                insert.setString(9, entry.fundingLine());
                insert.setString(10, entry.corrects());
                insert.setString(11, entry.text());
                insert.setObject(12, entry.recordedAt().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        });
    }

    /** @param after the id of the last one seen; ids grow with time */
    List<CostEntry> some(UUID project, @Nullable CostKind kind, @Nullable UUID after, int limit) {
        return read(
                READ + "where project = ? and (?::text is null or kind = ?::text) and (?::uuid is null or id > ?::uuid)"
                        + " order by id limit ?",
                statement -> {
                    statement.setObject(1, project);
                    statement.setString(2, kind == null ? null : kind.name());
                    statement.setString(3, kind == null ? null : kind.name());
                    statement.setObject(4, after);
                    statement.setObject(5, after);
                    statement.setInt(6, limit);
                });
    }

    long count(UUID project, @Nullable CostKind kind) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(
                    "select count(*) from cost_entry where project = ? and (?::text is null or kind = ?::text)")) {
                query.setObject(1, project);
                query.setString(2, kind == null ? null : kind.name());
                query.setString(3, kind == null ? null : kind.name());
                try (var row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private interface Binding {
        void into(PreparedStatement statement) throws SQLException;
    }

    private List<CostEntry> read(String sql, Binding binding) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(sql)) {
                binding.into(query);
                try (var row = query.executeQuery()) {
                    var found = new ArrayList<CostEntry>();
                    while (row.next()) {
                        found.add(entry(row));
                    }
                    return found;
                }
            }
        });
    }

    private static CostEntry entry(ResultSet row) throws SQLException {
        var day = row.getObject(8, LocalDate.class);
        return new CostEntry(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                CostKind.valueOf(row.getString(5)),
                new Money(row.getBigDecimal(6), row.getString(7)),
                day,
                CityCalendar.fiscalYearOf(day),
                CostEntry.periodOf(day),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getObject(12, OffsetDateTime.class).toInstant());
    }
}
