package city.c3po.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Where in a document a node stands. The same key is a keyword in one place, a name that somebody chose in another
 * (a property called {@code default}), and plain data in a third ({@code $ref} inside an example): only a walk that
 * knows its place may follow or rename references.
 */
enum Place {
    /** An object whose keys are keywords of OpenAPI or JSON Schema, or an array of such objects. */
    KEYWORDS,
    /** A map whose keys are chosen names. */
    NAMES,
    /** A map whose keys are paths or callback expressions. */
    PATHS,
    PATH_ITEM,
    OPERATION,
    CALLBACKS,
    LINKS,
    LINK,
    /** Not part of the description: examples, defaults, extensions. Never touched. */
    DATA;

    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    /** Whether the keys of an object in this place are somebody's names, so that none of them is a keyword. */
    boolean named() {
        return this == NAMES || this == PATHS || this == CALLBACKS || this == LINKS || this == DATA;
    }

    Place child(String key, JsonNode value) {
        return switch (this) {
            case DATA -> DATA;
            case NAMES -> KEYWORDS;
            case PATHS -> key.startsWith("x-") ? DATA : PATH_ITEM;
            case CALLBACKS -> PATHS;
            case LINKS -> LINK;
            case LINK -> key.equals("parameters") || key.equals("requestBody") ? DATA : keyword(key, value);
            case PATH_ITEM -> METHODS.contains(key) ? OPERATION : keyword(key, value);
            case OPERATION, KEYWORDS -> keyword(key, value);
        };
    }

    private static Place keyword(String key, JsonNode value) {
        if (key.startsWith("x-")) {
            return DATA;
        }
        return switch (key) {
            case "default", "example", "enum", "const", "value" -> DATA;
            case "examples" -> value.isObject() ? NAMES : DATA;
            case "parameters" -> value.isObject() ? NAMES : KEYWORDS;
            case "schemas", "responses", "requestBodies", "headers", "securitySchemes", "content", "encoding" -> NAMES;
            case "properties", "patternProperties", "dependentSchemas", "$defs", "definitions" -> NAMES;
            case "dependentRequired", "mapping", "scopes", "variables" -> NAMES;
            case "paths", "pathItems", "webhooks" -> PATHS;
            case "callbacks" -> CALLBACKS;
            case "links" -> LINKS;
            default -> KEYWORDS;
        };
    }
}
