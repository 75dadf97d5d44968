package city.c3po.inventory.reference;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is done once each night, of the business clock. Whoever notes a night first does its work, in the same transaction;
 * the others find it noted.
 */
@Singleton
public class Nights {
    private static final String NOTE = """
            insert into night_work as n (work, night) values (?, ?)
            on conflict (work) do update set night = excluded.night where n.night < excluded.night""";

    private final DataSource database;
    private final ZoneId zone;
    private final int hour;

    Nights(
            DataSource database,
            @ConfigProperty(name = "c3po.city.zone") ZoneId zone,
            @ConfigProperty(name = "c3po.inventory.night-hour") int hour) {
        this.database = database;
        this.zone = zone;
        this.hour = hour;
    }

    /** Whether the work of the last night is still to be done, and is the caller's now. */
    public boolean isFirst(String work, Instant at) {
        try (var connection = database.getConnection();
                var note = connection.prepareStatement(NOTE)) {
            note.setString(1, work);
            note.setObject(2, at.atZone(zone).minusHours(hour).toLocalDate());
            return note.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note the night's work", e);
        }
    }
}
