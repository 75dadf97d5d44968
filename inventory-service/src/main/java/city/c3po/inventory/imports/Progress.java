package city.c3po.inventory.imports;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far an import is: written and read beside the long transaction that it tells of. */
@Singleton
class Progress {
    /** Where the work is. */
    enum Step {
        MATCHING,
        PLANNED,
        APPLYING,
        TELLING,
        DONE
    }

    @Schema(name = "ImportProgress", description = "How far an import is.")
    record Mark(
            ImportState state,

            @Schema(description = "What is being done; null before it begins.") @Nullable Step step,

            @Schema(description = "Rows that are done with.")
            long done,

            @Schema(description = "Rows of the file.") long total) {}

    private final DataSource database;

    Progress(DataSource database) {
        this.database = database;
    }

    void mark(UUID id, Step step, long done, long total) {
        try (var connection = database.getConnection();
                var mark = connection.prepareStatement("""
                        insert into import_progress (import, step, done, total, at) values (?, ?, ?, ?, business_now())
                        on conflict (import) do update
                            set step = excluded.step, done = excluded.done, total = excluded.total, at = excluded.at""")) {
            mark.setObject(1, id);
            mark.setString(2, step.name());
            mark.setLong(3, done);
            mark.setLong(4, total);
            mark.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot say how far an import is", e);
        }
    }

    Optional<Mark> of(UUID id) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select i.state, p.step, coalesce(p.done, 0), i.rows
                        from import i left join import_progress p on p.import = i.id where i.id = ?""")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Mark(
                                ImportState.valueOf(row.getString(1)),
                                row.getString(2) == null ? null : Step.valueOf(row.getString(2)),
                                row.getLong(3),
                                row.getLong(4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read how far an import is", e);
        }
    }
}
