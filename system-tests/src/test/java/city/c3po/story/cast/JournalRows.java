package city.c3po.story.cast;

import static org.awaitility.Awaitility.await;

import city.c3po.story.suite.RunningSuite;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service's journal, read past the service: what was promised is compared with what is there. */
public final class JournalRows {
    private final RunningSuite suite;
    private final String key;

    public JournalRows(RunningSuite suite, String key) {
        this.suite = suite;
        this.key = key;
    }

    /** The last row's id: it moves with everything that is recorded. */
    public long head() {
        return ask("select coalesce(max(id), 0) from journal", rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    /** Versions by aggregate, both in the order of the journal, of what was recorded behind a row. */
    public Map<String, List<Long>> versionsAfter(String aggregateType, long head) {
        return ask(
                "select aggregate_id, version from journal where aggregate_type = '%s' and id > %d order by id"
                        .formatted(aggregateType, head),
                rows -> {
                    var versions = new LinkedHashMap<String, List<Long>>();
                    while (rows.next()) {
                        versions.computeIfAbsent(rows.getString(1), id -> new ArrayList<>())
                                .add(rows.getLong(2));
                    }
                    return versions;
                });
    }

    public long id(String aggregateId, long version) {
        return ask(
                "select id from journal where aggregate_id = '%s' and version = %d".formatted(aggregateId, version),
                rows -> {
                    rows.next();
                    return rows.getLong(1);
                });
    }

    /** What somebody with the database in their hands can do, and no service allows. */
    public void rewrite(String aggregateId, long version, String assignment) {
        var rows = tamper("update journal set %s where aggregate_id = '%s' and version = %d"
                .formatted(assignment, aggregateId, version));
        if (rows != 1) {
            throw new AssertionError("%d rows of %s have version %d".formatted(rows, aggregateId, version));
        }
    }

    /** Once it is sent: the outbox holds on to a row that is still to be sent. */
    public void tearOut(String aggregateId, long version) {
        var statement = """
                delete from journal where aggregate_id = '%s' and version = %d
                and not exists (select from outbox where journal_id = journal.id)""".formatted(aggregateId, version);
        await().atMost(Duration.ofSeconds(20)).until(() -> tamper(statement) == 1);
    }

    private int tamper(String statement) {
        try (var connection = suite.database(key);
                var work = connection.createStatement()) {
            return work.executeUpdate(statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    private interface Reading<T> {
        T read(java.sql.ResultSet rows) throws SQLException;
    }

    private <T> T ask(String query, Reading<T> reading) {
        try (Connection connection = suite.database(key);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return reading.read(rows);
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }
}
