package city.c3po.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.Database;
import java.sql.SQLException;
import java.time.LocalDate;

/** Moves the business clock of the tested service forward; it never goes back. */
public final class BusinessTime {
    private BusinessTime() {}

    public static void advanceDays(int days) {
        try (var connection = Database.current().asSuperuser();
                var update = connection.prepareStatement(
                        "update business_clock set ahead = ahead + make_interval(days => ?)")) {
            update.setInt(1, days);
            assertEquals(1, update.executeUpdate());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The day in the city, as the service sees it. */
    public static LocalDate today() {
        try (var connection = Database.current().asSuperuser();
                var row = connection
                        .createStatement()
                        .executeQuery(
                                "select (clock_timestamp() + ahead) at time zone 'America/Los_Angeles' from business_clock")) {
            row.next();
            return row.getTimestamp(1).toLocalDateTime().toLocalDate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
