package city.c3po.inventory.imports;

import city.c3po.inventory.bulk.Bulk;
import city.c3po.inventory.reference.Itself;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** What is left when the rows are applied: reviews are opened, the staged file is thrown away. */
@Singleton
class Aftermath {
    private final DataSource database;
    private final Bulk bulk;

    Aftermath(DataSource database, Bulk bulk) {
        this.database = database;
        this.bulk = bulk;
    }

    /** In the transaction that says that the import is applied. */
    void openReviews(Import one, Instant at) {
        try (Connection connection = database.getConnection();
                var open = connection.prepareStatement("select import_open_reviews(?, ?, ?)")) {
            open.setObject(1, one.id());
            open.setString(2, Itself.ACTOR.sub());
            open.setObject(3, at.atOffset(ZoneOffset.UTC));
            open.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("reviews cannot be opened", e);
        }
    }

    /** A table that nobody else uses is emptied at once; else only these rows go. */
    void clear(UUID id) {
        try (var connection = bulk.connect();
                var clear = connection.prepareStatement("select import_clear(?)")) {
            clear.setObject(1, id);
            clear.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("a staged file cannot be cleared", e);
        }
    }
}
