package city.c3po.reporting.changes;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.reporting.log.Op;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a stretch of the log tells a job that reads for everybody. Asked of the feed itself, so that a report and a job
 * that pulls the same stretch cannot differ.
 */
public final class NetChanges {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 500;
    /** Sees what a reporting job sees: what is public or internal. */
    private static final Actor JOB = new Actor(
            "report", "c3po", "c3po", "Report", Set.of(Roles.READER), Set.of(), Set.of(), Set.of(), null, null);

    /**
     * One subject that changed.
     *
     * @param paths what differs, as pointers; only these are told, not from what to what
     * @param json its state afterwards; null where there is none
     */
    public record Net(
            long seq,
            Op op,
            String type,
            String id,
            @Nullable String number,
            long version,
            List<String> paths,
            @Nullable String json) {
        /** Missing where there is none. */
        public JsonNode state() {
            return json == null ? MissingNode.getInstance() : read(json);
        }
    }

    private NetChanges() {}

    public static List<Net> between(Connection connection, List<String> types, long after, long upTo)
            throws SQLException {
        var filters = Filters.of(types, null, null, null);
        var reader = Reader.of(JOB);
        var window = new LogWindow(reader, filters);
        var telling = new Telling(filters);
        var found = new ArrayList<Net>();
        var place = new Bookmark(
                Mode.NET, false, after, after, upTo, 0, Instant.EPOCH, filters.digest(), reader.visibility(), AT_ONCE);
        while (place.position() < place.head()) {
            var changes = window.read(connection, place);
            for (var change : changes) {
                telling.tell(change, place).map(NetChanges::net).ifPresent(found::add);
            }
            place = place.at(
                    changes.size() < AT_ONCE
                            ? LogWindow.end(place)
                            : changes.getLast().seq());
        }
        return found;
    }

    private static Net net(ChangeItem item) {
        return new Net(
                item.seq(),
                item.op(),
                item.subject().type(),
                item.subject().id(),
                item.subject().number(),
                item.subject().version(),
                item.changes().stream().map(ChangeItem.Path::path).toList(),
                item.data());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log holds what is no JSON", e);
        }
    }
}
