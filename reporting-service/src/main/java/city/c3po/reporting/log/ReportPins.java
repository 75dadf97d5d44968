package city.c3po.reporting.log;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which position of the log each report was frozen at: the report tells the log up to there, and its id stands for that
 * position. A report that is frozen again, as another revision, has another pin; its id stands for the latest.
 */
@Singleton
public class ReportPins {
    /** @param seq the last position that the report tells */
    public record Pin(UUID report, long seq) {}

    private final DataSource database;

    ReportPins(DataSource database) {
        this.database = database;
    }

    public Optional<Pin> of(UUID report) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select seq from report_pin where report = ?")) {
            query.setObject(1, report);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(new Pin(report, row.getLong(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read which position a report was frozen at", e);
        }
    }

    /** In the transaction that freezes the report. */
    public static void put(Connection connection, Pin pin) throws SQLException {
        try (var upsert = connection.prepareStatement("""
                insert into report_pin (report, seq) values (?, ?)
                on conflict (report) do update set seq = excluded.seq""")) {
            upsert.setObject(1, pin.report());
            upsert.setLong(2, pin.seq());
            upsert.execute();
        }
    }
}
