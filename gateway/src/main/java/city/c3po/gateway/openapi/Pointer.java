package city.c3po.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A reference inside one document, {@code #/components/schemas/Thing}, as it is spelled in {@code $ref}.
 *
 * @param tokens the spelling between the slashes, escapes included
 */
record Pointer(List<String> tokens) {

    static Pointer parse(String reference) {
        if (!reference.startsWith("#/components/") && !reference.startsWith("#/paths/")) {
            throw new DocumentRefused("reference " + reference + " leaves the components and paths of its document");
        }
        return new Pointer(Arrays.asList(reference.substring(2).split("/", -1)));
    }

    static Pointer component(String kind, String name) {
        return new Pointer(List.of("components", kind, name.replace("~", "~0").replace("/", "~1")));
    }

    /** Whether it points at a component or into one, so that it changes when the component is renamed. */
    boolean intoComponents() {
        return tokens.getFirst().equals("components") && tokens.size() >= 3;
    }

    String kind() {
        return tokens.get(1);
    }

    String name() {
        return plain(tokens.get(2));
    }

    /** Keeps the spelling of the rest: a prefix needs no escape. */
    Pointer withPrefix(String prefix) {
        var renamed = tokens.toArray(String[]::new);
        renamed[2] = prefix + renamed[2];
        return new Pointer(Arrays.asList(renamed));
    }

    record Target(JsonNode node, Place place) {}

    Target in(ObjectNode document) {
        JsonNode node = document;
        var place = Place.KEYWORDS;
        for (var token : tokens) {
            var key = plain(token);
            var next = node.isArray() && key.matches("\\d{1,6}") ? node.get(Integer.parseInt(key)) : node.get(key);
            if (next == null) {
                throw new DocumentRefused("reference " + this + " points to nothing");
            }
            place = node.isArray() ? place : place.child(key, next);
            node = next;
        }
        return new Target(node, place);
    }

    private static String plain(String token) {
        try {
            var decoded = URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
            return decoded.replace("~1", "/").replace("~0", "~");
        } catch (IllegalArgumentException e) {
            throw new DocumentRefused("reference part " + token + " is not well-formed");
        }
    }

    @Override
    public String toString() {
        return "#/" + String.join("/", tokens);
    }
}
