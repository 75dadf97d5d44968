package city.c3po.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** An OpenAPI document as data. */
public final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    public static ApiDocument parse(String json) {
        return new ApiDocument(CommittedFile.parse(json));
    }

    /** By path, then method. */
    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> operations.add(new Operation(
                                this,
                                member.getKey().toUpperCase(),
                                path.getKey(),
                                member.getValue(),
                                parameters(path.getValue(), member.getValue())))));
        operations.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        return operations;
    }

    /** Follows {@code $ref}s, of which every one points into the document. */
    public JsonNode resolve(JsonNode node) {
        var resolved = node;
        for (var hops = 0; resolved.has("$ref"); hops++) {
            var reference = resolved.get("$ref").asText();
            if (!reference.startsWith("#/") || hops > 20) {
                throw new AssertionError("reference that leads nowhere: " + reference);
            }
            resolved = root.at(reference.substring(1));
            if (resolved.isMissingNode()) {
                throw new AssertionError("dangling reference: " + reference);
            }
        }
        return resolved;
    }

    /** Every reference leads to something: generators of clients stop at one that is dangling, or points at itself. */
    void checkReferences() {
        root.findParents("$ref").forEach(this::resolve);
    }

    JsonNode root() {
        return root;
    }

    /** Those of the path and of the operation; the operation's win. */
    private List<Parameter> parameters(JsonNode path, JsonNode operation) {
        var byName = new LinkedHashMap<String, Parameter>();
        for (var owner : List.of(path, operation)) {
            for (var declared : owner.path("parameters")) {
                var parameter = resolve(declared);
                var name = parameter.path("name").asText();
                var in = parameter.path("in").asText();
                byName.put(
                        in + " " + name,
                        new Parameter(
                                name,
                                in,
                                parameter.path("required").asBoolean() || in.equals("path"),
                                resolve(parameter.path("schema")),
                                Sample.ofParameter(this, parameter)));
            }
        }
        return List.copyOf(byName.values());
    }

    /**
     * @param in {@code path}, {@code query} or {@code header}
     * @param sample a value as the document shows it, or one made from the schema
     */
    public record Parameter(String name, String in, boolean required, JsonNode schema, String sample) {}
}
