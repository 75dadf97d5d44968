package city.c3po.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes the parts of one document down to their {@linkplain Shape shapes}. */
final class Shapes {
    /** JSON text never contains it unescaped. */
    private static final char HOLE = '\u0001';

    private final ObjectNode document;
    private final Map<String, String> signatures = new HashMap<>();

    Shapes(ObjectNode document) {
        this.document = document;
        for (var operation : Operation.in(document)) {
            var id = operation.node().path("operationId");
            if (id.isTextual() && signatures.put(id.textValue(), operation.signature()) != null) {
                throw new DocumentRefused("two operations are called " + id.textValue());
            }
        }
    }

    /** What an operation takes and answers, with the parameters of its path and the security that is in effect. */
    Shape of(Operation operation) {
        var writer = new Writer();
        writer.write(withoutOperations(operation.item()), Place.PATH_ITEM);
        writer.write(operation.node(), Place.OPERATION);
        return writer.shape();
    }

    Shape of(Pointer pointer) {
        var target = pointer.in(document);
        var writer = new Writer();
        writer.write(target.node(), target.place());
        return writer.shape();
    }

    List<Pointer> components() {
        var all = new ArrayList<Pointer>();
        componentKinds(document)
                .forEach((kind, named) ->
                        named.properties().forEach(entry -> all.add(Pointer.component(kind, entry.getKey()))));
        return all;
    }

    static Map<String, JsonNode> componentKinds(ObjectNode document) {
        var kinds = new TreeMap<String, JsonNode>();
        document.path("components").properties().forEach(kind -> kinds.put(kind.getKey(), kind.getValue()));
        kinds.keySet().removeIf(kind -> kind.startsWith("x-"));
        return kinds;
    }

    private static ObjectNode withoutOperations(ObjectNode item) {
        var copy = ServiceDocument.JSON.createObjectNode().setAll(item);
        return ((ObjectNode) copy).remove(Place.METHODS);
    }

    private final class Writer {
        private final StringBuilder text = new StringBuilder();
        private final List<Pointer> targets = new ArrayList<>();

        Shape shape() {
            return new Shape(text.toString(), List.copyOf(targets));
        }

        void write(JsonNode node, Place place) {
            if (node instanceof ArrayNode array) {
                text.append('[');
                array.forEach(element -> write(element, place));
                text.append(']');
            } else if (node instanceof ObjectNode object) {
                writeObject(object, place);
            } else {
                text.append(node).append(' ');
            }
        }

        private void writeObject(ObjectNode object, Place place) {
            var sorted = new TreeMap<String, JsonNode>();
            object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            if (place == Place.OPERATION || place == Place.PATH_ITEM) {
                sorted.remove("servers");
            }
            if (place == Place.OPERATION) {
                sorted.keySet().removeAll(List.of("operationId", "tags"));
                sorted.put(
                        "security",
                        object.path("security").isMissingNode() ? document.path("security") : object.path("security"));
            }
            text.append('{');
            sorted.forEach((key, value) -> {
                text.append(TextNode.valueOf(key)).append(':');
                if (place.named() || !writeKeyword(key, value, object, place)) {
                    write(value, place.child(key, value));
                }
            });
            text.append('}');
        }

        private boolean writeKeyword(String key, JsonNode value, ObjectNode owner, Place place) {
            if (key.equals("$ref") && value.isTextual()) {
                hole(Pointer.parse(value.textValue()));
                return true;
            }
            if (key.equals("discriminator") && Discriminator.isIn(owner)) {
                text.append(value.path("propertyName"));
                Discriminator.mapping(document, owner).forEach((chosen, pointer) -> {
                    text.append(TextNode.valueOf(chosen));
                    hole(pointer);
                });
                return true;
            }
            if (key.equals("security") && place == Place.OPERATION) {
                writeSecurity(value);
                return true;
            }
            if (key.equals("operationId") && place == Place.LINK) {
                var signature = signatures.get(value.asText());
                if (signature == null) {
                    throw new DocumentRefused("a link names the unknown operation " + value.asText());
                }
                text.append(TextNode.valueOf(signature));
                return true;
            }
            return false;
        }

        /** In the document's order: sorting by name would depend on the names. */
        private void writeSecurity(JsonNode alternatives) {
            text.append('[');
            alternatives.forEach(alternative -> {
                text.append('{');
                alternative.properties().forEach(scheme -> {
                    hole(Pointer.component("securitySchemes", scheme.getKey()));
                    text.append(scheme.getValue());
                });
                text.append('}');
            });
            text.append(']');
        }

        private void hole(Pointer target) {
            text.append(HOLE);
            targets.add(target);
        }
    }
}
