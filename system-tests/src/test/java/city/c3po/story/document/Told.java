package city.c3po.story.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one OpenAPI document tells of each operation, with every reference unfolded in place, so that two documents can
 * be compared without knowing their names. Made without a look at how the gateway merges or proves.
 */
final class Told {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final List<String> NAMES_AND_PLACES = List.of("operationId", "tags", "servers");

    private final JsonNode document;
    private final Deque<String> within = new ArrayDeque<>();

    private Told(JsonNode document) {
        this.document = document;
    }

    /** By {@code "GET /v1/…"}. */
    static Map<String, JsonNode> operations(JsonNode document) {
        var told = new Told(document);
        var operations = new TreeMap<String, JsonNode>();
        document.path("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> operations.put(
                                method.toUpperCase() + " " + path.getKey(), told.operation(path.getValue(), method))));
        return operations;
    }

    private JsonNode operation(JsonNode item, String method) {
        var operation = (ObjectNode) item.get(method).deepCopy();
        operation.remove(NAMES_AND_PLACES);
        var security = operation.has("security") ? operation.remove("security") : document.path("security");
        var told = (ObjectNode) unfolded(operation);
        told.set("of the path", unfolded(item.path("parameters")));
        told.set("effective security", security(security));
        return told;
    }

    /** Each scheme by what it is, since its name may differ. */
    private JsonNode security(JsonNode alternatives) {
        var all = JsonNodeFactory.instance.arrayNode();
        for (var alternative : alternatives) {
            var together = all.addArray();
            alternative
                    .properties()
                    .forEach(scheme -> together.addObject()
                            .<ObjectNode>set("scopes", scheme.getValue())
                            .set(
                                    "scheme",
                                    unfolded(document.at("/components/securitySchemes")
                                            .path(scheme.getKey()))));
        }
        return all;
    }

    private JsonNode unfolded(JsonNode node) {
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(unfolded(element)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        var copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(member -> {
            var value = member.getValue();
            var refers = value.isTextual() && value.asText().startsWith("#/components/");
            copy.set(member.getKey(), refers ? referred(value.asText()) : unfolded(value));
        });
        return copy;
    }

    private JsonNode referred(String pointer) {
        if (within.contains(pointer)) {
            // How many references back the cycle closes: the same in both documents, whatever the names.
            return JsonNodeFactory.instance.textNode(
                    "back by " + List.copyOf(within).indexOf(pointer));
        }
        within.push(pointer);
        try {
            var target = document.at(pointer.substring(1));
            if (target.isMissingNode()) {
                throw new AssertionError("nothing at " + pointer);
            }
            return unfolded(target);
        } finally {
            within.pop();
        }
    }
}
