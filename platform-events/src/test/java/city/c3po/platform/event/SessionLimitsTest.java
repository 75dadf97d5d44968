package city.c3po.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Behind a pooler a session may be anybody's: its limits come from the role, and nobody else's role has them. */
class SessionLimitsTest {
    private static final List<String> LIMITED = List.of("25s", "10s", "1min");
    private static final List<String> UNLIMITED = List.of("0", "0", "0");

    @Test
    void theFirstSessionLimitsItselfAndAllThatComeAfterIt() throws Exception {
        try (var backbone = new Backbone();
                var before = backbone.database.asApp()) {
            assertEquals(UNLIMITED, limits(before));

            limit(before);

            assertEquals(LIMITED, limits(before));
            try (var after = backbone.database.asApp();
                    var owner = backbone.database.asOwner();
                    var lease = backbone.address().connect()) {
                assertEquals(LIMITED, limits(after));
                assertEquals(UNLIMITED, limits(owner), "a migration takes its time");
                assertEquals(UNLIMITED, limits(lease.connection()), "the relay's work is not a request");
            }
        }
    }

    @Test
    void aPoolThatOpensAllAtOnceDoesNotStumble() throws Exception {
        try (var backbone = new Backbone();
                var pool = Executors.newFixedThreadPool(20)) {
            Callable<List<String>> session = () -> {
                try (var connection = backbone.database.asApp()) {
                    limit(connection);
                    return limits(connection);
                }
            };
            for (var opened :
                    pool.invokeAll(Stream.generate(() -> session).limit(20).toList())) {
                assertEquals(LIMITED, opened.get());
            }
        }
    }

    private static void limit(Connection connection) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute("select limit_sessions('25s', '10s', '1min')");
        }
    }

    private static List<String> limits(Connection connection) throws SQLException {
        try (var sql = connection.createStatement();
                var row = sql.executeQuery("""
                        select current_setting('statement_timeout'), current_setting('lock_timeout'),
                               current_setting('idle_in_transaction_session_timeout')""")) {
            row.next();
            return List.of(row.getString(1), row.getString(2), row.getString(3));
        }
    }
}
