package city.c3po.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two states of one record. */
public final class Changes {
    /**
     * @param path RFC 6901 pointer; lists are compared as a whole, because an index names nothing lasting
     * @param from null where there was nothing
     * @param to null where there is nothing now
     */
    public record Change(String path, JsonNode from, JsonNode to) {}

    private Changes() {}

    public static List<Change> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        var changes = new ArrayList<Change>();
        compare("", orNull(before), orNull(after), changes);
        return changes;
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.equals(after)) {
            return;
        }
        if (!(before instanceof ObjectNode) || !(after instanceof ObjectNode)) {
            changes.add(new Change(path, before, after));
            return;
        }
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var step = path + "/" + name.replace("~", "~0").replace("/", "~1");
            compare(step, orNull(before.get(name)), orNull(after.get(name)), changes);
        }
    }

    private static JsonNode orNull(@Nullable JsonNode node) {
        return node == null ? NullNode.getInstance() : node;
    }
}
