package city.c3po.reporting;

import city.c3po.testing.Database;
import java.sql.SQLException;

/** Events that wait, for tests that need one to exist. */
final class Parked {
    private Parked() {}

    /** The id of an event that waits for the one before it; always the same. */
    static String held() {
        try (var portfolio = new Portfolio("parked")) {
            if (Portfolio.count("select count(*) from inbox_waiting where aggregate_type = 'parked'") == 0) {
                portfolio.send(portfolio.event("waits", 2));
            }
            Portfolio.await(
                    "it waits",
                    () -> Portfolio.count("select count(*) from inbox_waiting where aggregate_type = 'parked'") == 1);
            return id();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String id() throws SQLException {
        try (var connection = Database.current().asApp();
                var row = connection
                        .createStatement()
                        .executeQuery("select id from inbox_waiting where aggregate_type = 'parked'")) {
            row.next();
            return row.getString(1);
        }
    }
}
