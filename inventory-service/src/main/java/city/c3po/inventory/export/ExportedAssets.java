package city.c3po.inventory.export;

import city.c3po.platform.actor.Actor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The assets of a source in the order of its keys, a batch at a time: nothing is held while a reader takes them. */
@Singleton
class ExportedAssets {
    private static final int BATCH = 1_000;

    /** Along the one index of identifiers: all native keys of a source lie side by side in it. */
    private static final String NEXT = """
            select i.value, a.kind, a.state, a.said::text
            from identifier i join asset a on a.id = i.asset
            where i.kind = 'N' and i.value > ? and i.value < ? and access_visible(a.access, ?)
            order by i.value limit ?""";

    /** Takes one after the other. */
    @FunctionalInterface
    interface Sink {
        void take(ExportedAsset asset) throws IOException;
    }

    private final DataSource database;
    private final ObjectMapper json;

    ExportedAssets(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void forEach(String source, Actor by, Sink sink) throws IOException {
        var prefix = source + "/";
        // '0' follows '/': the end of the keys of this source
        var end = source + "0";
        for (var batch = next(prefix, end, by, prefix); !batch.isEmpty(); ) {
            for (var asset : batch) {
                sink.take(asset);
            }
            if (batch.size() < BATCH) {
                return;
            }
            batch = next(prefix + batch.getLast().nativeKey(), end, by, prefix);
        }
    }

    private List<ExportedAsset> next(String after, String end, Actor by, String prefix) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(NEXT)) {
            query.setString(1, after);
            query.setString(2, end);
            query.setString(3, by.claims());
            query.setInt(4, BATCH);
            try (var row = query.executeQuery()) {
                var batch = new ArrayList<ExportedAsset>();
                while (row.next()) {
                    batch.add(new ExportedAsset(
                            row.getString(1).substring(prefix.length()),
                            row.getString(2),
                            row.getString(3),
                            (ObjectNode) json.readTree(row.getString(4))));
                }
                return batch;
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read the assets of a source", e);
        }
    }
}
