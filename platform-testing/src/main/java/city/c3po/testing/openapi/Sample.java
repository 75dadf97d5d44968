package city.c3po.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A plausible value for a schema: what the document shows as an example, else the least that the schema allows. */
final class Sample {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 12;

    private Sample() {}

    static String ofParameter(ApiDocument document, JsonNode parameter) {
        var shown = shown(document, parameter);
        var value = shown.isMissingNode() ? ofSchema(document, parameter.path("schema"), 0) : shown;
        return value.isArray() && !value.isEmpty() ? value.get(0).asText() : value.asText();
    }

    /** @param content a media type object */
    static JsonNode ofContent(ApiDocument document, JsonNode content) {
        var shown = shown(document, content);
        return shown.isMissingNode() ? ofSchema(document, content.path("schema"), 0) : shown;
    }

    /** {@code example}, or the first of {@code examples}, which is an array in schemas and an object elsewhere. */
    private static JsonNode shown(ApiDocument document, JsonNode owner) {
        if (owner.has("example")) {
            return owner.get("example");
        }
        var examples = owner.path("examples");
        if (examples.isArray() && !examples.isEmpty()) {
            return examples.get(0);
        }
        return StreamSupport.stream(examples.spliterator(), false)
                .map(document::resolve)
                .filter(example -> example.has("value"))
                .map(example -> example.get("value"))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static JsonNode ofSchema(ApiDocument document, JsonNode declared, int depth) {
        var schema = document.resolve(declared);
        var shown = Stream.of(
                        shown(document, schema), schema.path("const"), schema.path("default"), schema.at("/enum/0"))
                .filter(value -> !value.isMissingNode())
                .findFirst();
        if (shown.isPresent()) {
            return shown.get();
        }
        for (var choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return ofSchema(document, firstNotNull(document, schema.get(choice)), depth + 1);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(document, schema, depth);
            case "array" -> array(document, schema, depth);
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asLong(1));
            case "boolean" -> JSON.booleanNode(false);
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text(schema));
        };
    }

    private static JsonNode firstNotNull(ApiDocument document, JsonNode choices) {
        return StreamSupport.stream(choices.spliterator(), false)
                .filter(choice -> !type(document.resolve(choice)).equals("null"))
                .findFirst()
                .orElse(choices.get(0));
    }

    /** In 3.1 a type may be a list: the first that is not null. */
    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            return StreamSupport.stream(type.spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(name -> !name.equals("null"))
                    .findFirst()
                    .orElse("null");
        }
        if (type.isMissingNode() && (schema.has("properties") || schema.has("allOf"))) {
            return "object";
        }
        return type.asText("string");
    }

    private static JsonNode object(ApiDocument document, JsonNode schema, int depth) {
        var object = JSON.objectNode();
        if (depth > DEEPEST) {
            return object;
        }
        for (var part : schema.path("allOf")) {
            if (ofSchema(document, part, depth + 1).isObject()) {
                ofSchema(document, part, depth + 1)
                        .properties()
                        .forEach(member -> object.set(member.getKey(), member.getValue()));
            }
        }
        for (var name : schema.path("required")) {
            var property = schema.path("properties").path(name.asText());
            object.set(name.asText(), ofSchema(document, property, depth + 1));
        }
        return object;
    }

    private static JsonNode array(ApiDocument document, JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        for (var i = 0; i < schema.path("minItems").asInt(0) && depth <= DEEPEST; i++) {
            array.add(ofSchema(document, schema.path("items"), depth + 1));
        }
        return array;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> "01890000-0000-7000-8000-000000000000";
            case "date" -> "2026-03-02";
            case "date-time" -> "2026-03-02T17:00:00Z";
            case "uri" -> "https://city.example/";
            case "email" -> "someone@city.example";
            default -> "x".repeat(Math.max(1, schema.path("minLength").asInt(1)));
        };
    }
}
