package city.c3po.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * The components that services have in common (Problem, Money, Page…), in the platform's own copy. A service's component
 * of the same name keeps its plain name in the aggregate when it says exactly the same, and is prefixed like any other
 * when it does not.
 */
public final class SharedComponents {
    private final ObjectNode tree;

    private SharedComponents(ObjectNode tree) {
        this.tree = tree;
    }

    public static SharedComponents none() {
        return new SharedComponents(ServiceDocument.JSON.createObjectNode());
    }

    /** @param bytes an OpenAPI document of which only the components count */
    public static SharedComponents read(byte[] bytes) {
        return new SharedComponents(ServiceDocument.read("shared", bytes).open().tree());
    }

    record Name(String kind, String name) {}

    ObjectNode tree() {
        return tree;
    }

    /** The components of a document that are the platform's, and refer only to such. */
    Set<Name> in(ObjectNode document) {
        var same = new HashSet<Name>();
        Shapes.componentKinds(tree)
                .forEach((kind, ours) -> ours.properties().forEach(component -> {
                    var theirs = document.path("components").path(kind).path(component.getKey());
                    if (canonical(theirs).equals(canonical(component.getValue()))) {
                        same.add(new Name(kind, component.getKey()));
                    }
                }));
        while (same.removeIf(name -> refersBeyond(component(name), Place.KEYWORDS, same))) {
            // One that is no longer shared takes those that refer to it along.
        }
        return same;
    }

    JsonNode component(Name name) {
        return tree.path("components").path(name.kind()).path(name.name());
    }

    private static boolean refersBeyond(JsonNode node, Place place, Set<Name> names) {
        if (place == Place.DATA) {
            return false;
        }
        if (node instanceof ArrayNode array) {
            return array.valueStream().anyMatch(element -> refersBeyond(element, place, names));
        }
        return node.propertyStream().anyMatch(entry -> {
            if (!place.named()
                    && entry.getKey().equals("$ref")
                    && entry.getValue().isTextual()) {
                var pointer = Pointer.parse(entry.getValue().textValue());
                return !pointer.intoComponents() || !names.contains(new Name(pointer.kind(), pointer.name()));
            }
            return refersBeyond(entry.getValue(), place.child(entry.getKey(), entry.getValue()), names);
        });
    }

    /** The node's text with sorted keys: equal exactly when the nodes say the same in whatever order. */
    static String canonical(JsonNode node) {
        return sorted(node).toString();
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var copy = ServiceDocument.JSON.createArrayNode();
            array.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            var byKey = new TreeMap<String, JsonNode>();
            object.properties().forEach(entry -> byKey.put(entry.getKey(), sorted(entry.getValue())));
            var copy = ServiceDocument.JSON.createObjectNode();
            copy.setAll(byKey);
            return copy;
        }
        return node;
    }
}
