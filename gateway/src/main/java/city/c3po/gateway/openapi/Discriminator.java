package city.c3po.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which value of a discriminator chooses which schema. Where the document says nothing, a schema's bare name is its
 * value; renaming schemas would silently change those values, so they have to be known and written down.
 */
final class Discriminator {
    private Discriminator() {}

    static boolean isIn(JsonNode schema) {
        return schema.path("discriminator").path("propertyName").isTextual();
    }

    /** Every value and the reference it stands for, said or implied. */
    static Map<String, Pointer> mapping(ObjectNode document, ObjectNode schema) {
        var schemas = document.path("components").path("schemas");
        var mapping = new TreeMap<String, Pointer>();
        schema.path("discriminator").path("mapping").properties().forEach(entry -> {
            var target = entry.getValue().asText();
            var pointer = schemas.has(target) ? Pointer.component("schemas", target) : Pointer.parse(target);
            mapping.put(entry.getKey(), pointer);
        });
        for (var keyword : new String[] {"oneOf", "anyOf"}) {
            schema.path(keyword).forEach(branch -> imply(branch.path("$ref").asText(), mapping));
        }
        schemas.properties()
                .forEach(candidate -> candidate.getValue().path("allOf").forEach(parent -> {
                    var reference = parent.path("$ref").asText();
                    if (!reference.isEmpty()
                            && Pointer.parse(reference).in(document).node() == schema) {
                        imply(Pointer.component("schemas", candidate.getKey()).toString(), mapping);
                    }
                }));
        return mapping;
    }

    private static void imply(String reference, Map<String, Pointer> mapping) {
        if (reference.isEmpty()) {
            return;
        }
        var pointer = Pointer.parse(reference);
        var isSchema = pointer.intoComponents() && pointer.tokens().size() == 3;
        if (isSchema && !mapping.containsValue(pointer)) {
            mapping.putIfAbsent(pointer.name(), pointer);
        }
    }
}
