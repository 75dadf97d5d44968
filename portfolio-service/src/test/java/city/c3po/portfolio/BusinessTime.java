package city.c3po.portfolio;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.Database;
import io.quarkus.arc.Arc;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** Moves the business clock of the tested service forward; it never goes back. */
public final class BusinessTime {
    private BusinessTime() {}

    /** Comes back once the service, which asks its database each second, knows. */
    public static void advanceDays(int days) {
        try (var connection = Database.current().asSuperuser();
                var update = connection.prepareStatement(
                        "update business_clock set ahead = ahead + make_interval(days => ?)")) {
            update.setInt(1, days);
            assertEquals(1, update.executeUpdate());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        var expected = today();
        var service = Arc.container().instance(InstantSource.class).get();
        await("the service knows the time")
                .until(() -> !LocalDate.ofInstant(service.instant(), ZoneId.of("America/Los_Angeles"))
                        .isBefore(expected));
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
