package city.c3po.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/**
 * One document with its service's key before every name it defines: components, operationIds and tags, and everywhere
 * they are mentioned. The document itself stays as it is; what is returned are copies.
 */
final class Prefixing {
    private final String service;
    private final ObjectNode document;
    private final Set<SharedComponents.Name> shared;

    Prefixing(OpenDocument source, Set<SharedComponents.Name> shared) {
        this.service = source.service();
        this.document = source.tree();
        this.shared = shared;
    }

    JsonNode pathItem(ObjectNode item) {
        return copy(item, Place.PATH_ITEM);
    }

    JsonNode component(String kind, JsonNode component) {
        var components = document.path("components");
        return copy(component, Place.KEYWORDS.child(kind, components.path(kind)).child("", component));
    }

    String componentName(String kind, String name) {
        return shared.contains(new SharedComponents.Name(kind, name)) ? name : service + "." + name;
    }

    JsonNode rootTag(JsonNode tag) {
        var copy = tag.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.put("name", tagName(tag.path("name").asText()));
        }
        return copy;
    }

    private String tagName(String tag) {
        return service + "." + tag;
    }

    private JsonNode copy(JsonNode node, Place place) {
        if (place == Place.DATA) {
            return node;
        }
        if (node instanceof ArrayNode array) {
            var copy = ServiceDocument.JSON.createArrayNode();
            array.forEach(element -> copy.add(copy(element, place)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var copy = ServiceDocument.JSON.createObjectNode();
        object.properties().forEach(entry -> {
            var key = entry.getKey();
            var value = entry.getValue();
            if (!place.named()) {
                value = keyword(key, value, object, place);
            }
            copy.set(key, copy(value, place.child(key, value)));
        });
        if (place == Place.OPERATION) {
            securityOfItsOwn(copy);
        }
        if (place == Place.OPERATION || place == Place.PATH_ITEM) {
            // Clients go through the gateway, wherever the service says it lives.
            copy.remove("servers");
        }
        return copy;
    }

    /** What a keyword's value becomes before the walk goes on into it. */
    private JsonNode keyword(String key, JsonNode value, ObjectNode owner, Place place) {
        if (key.equals("$ref") && value.isTextual()) {
            return TextNode.valueOf(renamed(Pointer.parse(value.textValue())));
        }
        if (key.equals("discriminator") && Discriminator.isIn(owner)) {
            return discriminator(owner);
        }
        if (key.equals("operationId") && (place == Place.OPERATION || place == Place.LINK)) {
            return TextNode.valueOf(service + "_" + value.asText());
        }
        if (place == Place.OPERATION && value instanceof ArrayNode array) {
            return switch (key) {
                case "tags" -> tags(array);
                case "security" -> security(array);
                default -> value;
            };
        }
        return value;
    }

    private String renamed(Pointer pointer) {
        var prefixed =
                pointer.intoComponents() && !shared.contains(new SharedComponents.Name(pointer.kind(), pointer.name()));
        return (prefixed ? pointer.withPrefix(service + ".") : pointer).toString();
    }

    private ArrayNode tags(ArrayNode tags) {
        var copy = ServiceDocument.JSON.createArrayNode();
        tags.forEach(tag -> copy.add(tagName(tag.asText())));
        return copy;
    }

    /** Each alternative keeps its members: two schemes in one object are both required, in two objects either is. */
    private ArrayNode security(ArrayNode alternatives) {
        var copy = ServiceDocument.JSON.createArrayNode();
        alternatives.forEach(alternative -> {
            var together = copy.addObject();
            alternative
                    .properties()
                    .forEach(scheme ->
                            together.set(componentName("securitySchemes", scheme.getKey()), scheme.getValue()));
        });
        return copy;
    }

    /** The aggregate has no security at its root, so what a service says there is said again by each operation. */
    private void securityOfItsOwn(ObjectNode operation) {
        if (!operation.has("security") && document.get("security") instanceof ArrayNode root) {
            operation.set("security", security(root));
        }
    }

    private ObjectNode discriminator(ObjectNode schema) {
        var copy = (ObjectNode) schema.path("discriminator").deepCopy();
        var mapping = Discriminator.mapping(document, schema);
        if (!mapping.isEmpty()) {
            var written = copy.putObject("mapping");
            mapping.forEach((value, pointer) -> written.put(value, renamed(pointer)));
        }
        return copy;
    }
}
