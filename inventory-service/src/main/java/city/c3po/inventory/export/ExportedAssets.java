package city.c3po.inventory.export;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.web.Visibility;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The assets of a source in the order of its keys, a batch at a time: nothing is held while a reader takes them. */
@Singleton
class ExportedAssets {
    private static final int BATCH = 1_000;

    /** Along the one index of identifiers: all native keys of a source lie side by side in it. */
    private static final String NEXT = """
            select i.value, r.kind, r.state, r.said::text
            from identifier i join asset r on r.id = i.asset
            where i.kind = 'N' and i.value > ? and i.value < ? and %s
            order by i.value limit ?""";

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):(\\w+)");

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

    /** While a batch is written, the next one is read: the database and the reader wait for each other less. */
    void forEach(String source, Actor by, Sink sink) throws IOException {
        var prefix = source + "/";
        // '0' follows '/': the end of the keys of this source
        var end = source + "0";
        var visibility = Visibility.of(by);
        try (var ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var batch = next(prefix, end, visibility, prefix); !batch.isEmpty(); ) {
                var last = prefix + batch.getLast().nativeKey();
                var following = batch.size() < BATCH
                        ? CompletableFuture.completedFuture(List.<ExportedAsset>of())
                        : CompletableFuture.supplyAsync(() -> next(last, end, visibility, prefix), ahead);
                for (var asset : batch) {
                    sink.take(asset);
                }
                batch = following.join();
            }
        }
    }

    private List<ExportedAsset> next(String after, String end, Visibility visibility, String prefix) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        NEXT.formatted(PARAMETER.matcher(visibility.condition()).replaceAll("?")))) {
            int at = 1;
            query.setString(at++, after);
            query.setString(at++, end);
            for (var parameter : parameters(visibility)) {
                if (parameter instanceof String[] several) {
                    query.setArray(at++, connection.createArrayOf("text", several));
                } else {
                    query.setObject(at++, parameter);
                }
            }
            query.setInt(at, BATCH);
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

    /** In the order in which the condition names them. */
    private static List<Object> parameters(Visibility visibility) {
        return PARAMETER
                .matcher(visibility.condition())
                .results()
                .map(name -> visibility.parameters().get(name.group(1)))
                .toList();
    }
}
