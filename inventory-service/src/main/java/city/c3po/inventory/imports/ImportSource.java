package city.c3po.inventory.imports;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What an import needs to know of its source, and of what people call things. */
@Singleton
class ImportSource {
    /** What the contract of the source says of a planned import; SQL because it is about counts in tables. */
    private static final String OUTSIDE = """
            select case when i.rows < (c.contract ->> 'minRows')::int then 'fewer-rows-than-the-contract-says' end,
                   case when i.rows < before.rows * (100 - (c.contract ->> 'maxShrinkPercent')::int) / 100.0
                        then 'smaller-than-the-file-before' end,
                   case when (i.counts_now ->> 'updated')::numeric * 100 > (c.contract ->> 'maxChangePercent')::int
                             * ((i.counts_now ->> 'updated')::numeric + (i.counts_now ->> 'unchanged')::numeric)
                        then 'changes-more-than-the-contract-says' end,
                   case when c.contract ->> 'schemaVersion' is not null
                             and i.options ->> 'schemaVersion' is distinct from c.contract ->> 'schemaVersion'
                        then 'another-schema-version' end
            from (select i.*, import_counts(i.id) as counts_now from import i where i.id = ?) i
                join (select id, said -> 'contract' as contract from source) c on c.id = i.source
                left join lateral (
                    select b.rows from import b
                    where b.source = i.source and b.profile = i.profile and b.state = 'APPLIED'
                    order by b.finished_at desc limit 1) before on true""";

    private final DataSource database;

    ImportSource(DataSource database) {
        this.database = database;
    }

    /** Whether an explicit nothing of the source clears a value; empty where there is no such source, or no more. */
    Optional<Boolean> mayClear(String code) {
        return query(connection -> {
            try (var query =
                    connection.prepareStatement("select may_clear from source where id = ? and withdrawn_at is null")) {
                query.setString(1, code);
                try (var row = query.executeQuery()) {
                    return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
                }
            }
        });
    }

    /** What people call departments, people or vendors, in lower case; what two are called is left out. */
    Map<String, String> names(String kind) {
        return query(connection -> {
            try (var query = connection.prepareStatement("""
                    select lower(name), min(id) from known_reference
                    where kind = ? and name is not null group by lower(name) having count(*) = 1""")) {
                query.setString(1, kind);
                try (var row = query.executeQuery()) {
                    var names = new HashMap<String, String>();
                    while (row.next()) {
                        names.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2));
                    }
                    return names;
                }
            }
        });
    }

    /** Which parts of the source's contract a planned import does not keep. */
    List<String> outside(UUID id) {
        return query(connection -> {
            try (var query = connection.prepareStatement(OUTSIDE)) {
                query.setObject(1, id);
                try (var row = query.executeQuery()) {
                    var outside = new ArrayList<String>();
                    if (row.next()) {
                        for (int column = 1; column <= 4; column++) {
                            @Nullable String reason = row.getString(column);
                            if (reason != null) {
                                outside.add(reason);
                            }
                        }
                    }
                    return outside;
                }
            }
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T query(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the source", e);
        }
    }
}
