package city.c3po.inventory.source;

import city.c3po.inventory.bulk.Bulk;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Weighs the assets of sources anew that were withdrawn or reinstated. It may be a million of them: on the connections of
 * imports, in turn with them, and told afterwards. What is interrupted in between begins again, and finds less to do.
 */
@Singleton
class Reconsideration {
    private static final Logger LOG = Logger.getLogger(Reconsideration.class);

    private static final String WORD = """
            select reconsidering::text, reconsidering ->> 'reason', reconsidering ->> 'by' from source
            where id = ? and reconsidering is not null and reconsidered is null""";

    /** What somebody says meanwhile is another word, and weighed at the next look. */
    private static final String NOTE = """
            update source set reconsidered = ? where id = ? and reconsidering = ?::jsonb""";

    private final Sources sources;
    private final Bulk bulk;
    private final InstantSource clock;

    Reconsideration(Sources sources, Bulk bulk, InstantSource clock) {
        this.sources = sources;
        this.bulk = bulk;
        this.clock = clock;
    }

    @Scheduled(every = "{c3po.inventory.sources.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var waiting = QuarkusTransaction.requiringNew().call(sources::waiting);
        if (waiting.isEmpty()) {
            return;
        }
        try (var connection = bulk.takeTurn().orElse(null)) {
            if (connection == null) {
                return;
            }
            for (var code : waiting) {
                weigh(connection, code);
                QuarkusTransaction.requiringNew().run(() -> sources.reconsidered(code, clock.instant()));
            }
        } catch (SQLException e) {
            LOG.warnf("assets of sources wait to be weighed anew cause=%s", e.toString());
        }
    }

    private void weigh(Connection connection, String code) throws SQLException {
        try (var word = connection.prepareStatement(WORD);
                var note = connection.prepareStatement(NOTE)) {
            word.setString(1, code);
            try (var row = word.executeQuery()) {
                if (row.next()) {
                    note.setLong(1, reconsidered(connection, code, row.getString(2), row.getString(3)));
                    note.setString(2, code);
                    note.setString(3, row.getString(1));
                    note.executeUpdate();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private long reconsidered(Connection connection, String code, String reason, String by) throws SQLException {
        try (var reconsider = connection.prepareStatement("select reconsider_source(?, ?, ?, ?)")) {
            reconsider.setString(1, code);
            reconsider.setString(2, reason);
            reconsider.setString(3, by);
            reconsider.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            try (var row = reconsider.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
