package city.c3po.testing.openapi;

import city.c3po.testing.openapi.ApiDocument.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One method on one path, as documented.
 *
 * @param path the template: {@code /v1/charters/{id}}
 */
public record Operation(ApiDocument document, String method, String path, JsonNode node, List<Parameter> parameters) {

    public List<Parameter> parameters(String in) {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals(in))
                .toList();
    }

    /** Documented status codes, as they are written: {@code 200}, {@code 4XX}, {@code default}. */
    public Set<String> statuses() {
        var statuses = new TreeSet<String>();
        node.path("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    public boolean documents(int status) {
        var statuses = statuses();
        return statuses.contains("" + status) || statuses.contains(status / 100 + "XX") || statuses.contains("default");
    }

    /** Media type of the body it takes; merge-patch and JSON before others. */
    public Optional<String> mediaType() {
        var types = new TreeSet<String>();
        body().path("content").fieldNames().forEachRemaining(types::add);
        return types.stream()
                .filter(type -> type.contains("json"))
                .findFirst()
                .or(() -> types.stream().findFirst());
    }

    public Optional<JsonNode> schema() {
        return mediaType()
                .map(type -> body().path("content").path(type).path("schema"))
                .map(document::resolve);
    }

    /** A body as the document shows it, or one made from the schema. */
    public Optional<JsonNode> sample() {
        return mediaType()
                .map(type -> Sample.ofContent(document, body().path("content").path(type)));
    }

    /** Media types of the successful answer. */
    public Set<String> answers() {
        var types = new TreeSet<String>();
        node.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> document.resolve(response.getValue())
                        .path("content")
                        .fieldNames()
                        .forEachRemaining(types::add));
        return types;
    }

    public boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    public @Nullable String id() {
        return node.path("operationId").asText(null);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private JsonNode body() {
        return document.resolve(node.path("requestBody"));
    }
}
