package city.c3po.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One documented operation.
 *
 * @param method in capitals, as in a request line
 * @param path the template, {@code /v1/things/{id}}
 * @param item the path item around it, which may add parameters
 */
record Operation(String method, String path, ObjectNode item, ObjectNode node) {

    static List<Operation> in(ObjectNode document) {
        var all = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/") && path.getValue() instanceof ObjectNode item) {
                item.properties().forEach(entry -> {
                    if (Place.METHODS.contains(entry.getKey()) && entry.getValue() instanceof ObjectNode operation) {
                        var method = entry.getKey().toUpperCase(Locale.ROOT);
                        all.add(new Operation(method, path.getKey(), item, operation));
                    }
                });
            }
        });
        return all;
    }

    /** Whether an answer may be a stream of events, which has no end. */
    boolean streams() {
        for (var answer : node.path("responses")) {
            if (answer.path("content").has("text/event-stream")) {
                return true;
            }
        }
        return false;
    }

    /** {@code x-max-body}: the bytes a body may have, where that is not what the gateway allows in general; or 0. */
    long maxBody() {
        return Math.max(0, node.path("x-max-body").asLong());
    }

    String signature() {
        return method + " " + path;
    }
}
