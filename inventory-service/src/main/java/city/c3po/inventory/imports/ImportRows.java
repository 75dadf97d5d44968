package city.c3po.inventory.imports;

import city.c3po.inventory.file.RowFault;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows of an import, in the order of the file. */
@Singleton
class ImportRows {
    private final DataSource database;
    private final ObjectMapper json;

    ImportRows(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    List<ImportRowView> after(UUID id, ImportRowView.@Nullable Outcome outcome, int line, int limit) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select line, native_key, outcome, asset, rule, reason, candidates, earlier, changed, faults::text
                        from import_row
                        where import = ? and line > ? and (cast(? as text) is null or outcome = ?)
                        order by line limit ?""")) {
            query.setObject(1, id);
            query.setInt(2, line);
            query.setString(3, outcome == null ? null : outcome.name());
            query.setString(4, outcome == null ? null : outcome.name());
            query.setInt(5, limit);
            try (var row = query.executeQuery()) {
                var rows = new ArrayList<ImportRowView>();
                while (row.next()) {
                    rows.add(of(row));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the rows of an import", e);
        }
    }

    private ImportRowView of(ResultSet row) throws SQLException {
        var earlier = row.getInt("earlier");
        var hasEarlier = !row.wasNull();
        return new ImportRowView(
                row.getInt("line"),
                row.getString("native_key"),
                ImportRowView.Outcome.valueOf(row.getString("outcome")),
                row.getObject("asset", UUID.class),
                row.getString("rule"),
                row.getString("reason"),
                list(row.getArray("candidates"), UUID[].class),
                hasEarlier ? Integer.valueOf(earlier) : null,
                list(row.getArray("changed"), String[].class),
                faults(row.getString("faults")));
    }

    private static <T> List<T> list(@Nullable Array array, Class<T[]> type) throws SQLException {
        return array == null ? List.of() : List.of(type.cast(array.getArray()));
    }

    private List<RowFault> faults(@Nullable String text) {
        try {
            return text == null ? List.of() : List.of(json.readValue(text, RowFault[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the faults of a row cannot be read", e);
        }
    }
}
