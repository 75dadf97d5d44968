package city.c3po.testing.openapi;

import city.c3po.testing.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The AsyncAPI 3 document of a producer, made of its contracts and committed as {@code docs/asyncapi/<key>.json}: what
 * consumers of a topic may rely on, in the form their tools read.
 */
public final class AsyncApiDocument {
    private static final String SCHEMA = ".schema.json";
    private static final String EXAMPLE = ".example.json";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Kafka headers of a CloudEvent in binary mode. */
    private static final Map<String, String> HEADERS = new TreeMap<>(Map.ofEntries(
            Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_id", "UUIDv7 of the event. The same when it is sent again."),
            Map.entry("ce_source", "/services/<key>"),
            Map.entry("ce_type", "What happened: city.c3po.<aggregate>.<fact>.v1"),
            Map.entry("ce_subject", "Id of the record it happened to; also the key of the message."),
            Map.entry("ce_time", "When it happened, RFC 3339."),
            Map.entry(
                    "ce_recordedtime", "When it was recorded, RFC 3339. Complete up to here is what a watermark says."),
            Map.entry(
                    "ce_sequence",
                    "The record's version after it, padded to 20 digits. One record's versions have no gaps."),
            Map.entry("ce_epoch", "Rises when the feed was rewound: a restore or an erasure."),
            Map.entry("ce_dataschema", "The schema of the data."),
            Map.entry("ce_partitionkey", "The same as ce_subject."),
            Map.entry("ce_traceparent", "W3C trace context of the request that caused it, if it had one."),
            Map.entry("ce_authid", "Subject of whoever did it."),
            Map.entry("content-type", "application/json")));

    private final String key;
    private final Path folder;
    private final CommittedFile committed;

    private AsyncApiDocument(String key, Path folder, CommittedFile committed) {
        this.key = key;
        this.folder = folder;
        this.committed = committed;
    }

    public static AsyncApiDocument of(String key) {
        return new AsyncApiDocument(
                key,
                Workspace.root().resolve("contracts").resolve(key),
                CommittedFile.docs("asyncapi/" + key + ".json"));
    }

    static AsyncApiDocument in(String key, Path contracts, Path file, boolean updates) {
        return new AsyncApiDocument(key, contracts, new CommittedFile(file, updates));
    }

    public void check() {
        committed.check(build(), UnaryOperator.identity(), pointer -> pointer);
    }

    ObjectNode build() {
        var document = JSON.objectNode();
        document.put("asyncapi", "3.0.0");
        document.set("info", info());
        document.put("defaultContentType", "application/json");
        var messages = JSON.objectNode();
        var schemas = JSON.objectNode();
        var channelMessages = JSON.objectNode();
        for (var file : files(folder, SCHEMA)) {
            var name = nameOf(file, SCHEMA);
            messages.set(name, message(name, CommittedFile.parse(text(file))));
            channelMessages.set(name, ref("#/components/messages/" + name));
        }
        for (var file : files(folder.resolve("shared"), SCHEMA)) {
            schemas.set(nameOf(file, SCHEMA), payload(CommittedFile.parse(text(file))));
        }
        schemas.set("cloudEventHeaders", headers());
        var address = "c3po." + key + ".v1";
        var channel = JSON.objectNode()
                .put("address", address)
                .put("title", address)
                .put(
                        "description",
                        "Everything that happens in this service, in order for each record, at least once. Kept for ever:"
                                + " a consumer that begins later reads the whole history.");
        channel.set("messages", channelMessages);
        channel.putObject("bindings")
                .putObject("kafka")
                .put("topic", address)
                .put("partitions", 6)
                .put("bindingVersion", "0.5.0");
        document.putObject("channels").set("events", channel);
        var operation = document.putObject("operations").putObject("tell").put("action", "send");
        operation
                .put("title", "Tell what happened")
                .put("description", "After the commit of each change, in its order.")
                .set("channel", ref("#/channels/events"));
        var components = document.putObject("components");
        components.set("messages", messages);
        components.set("schemas", schemas);
        return document;
    }

    private ObjectNode info() {
        var info = JSON.objectNode()
                .put("title", "C3PO Suite: events of " + key)
                .put("version", "1.0.0")
                .put(
                        "description",
                        "CloudEvents 1.0 in binary mode. Data are {fact, state, access, tasks?}: what happened, the public"
                                + " representation after it, who may see it, what awaits whom. Types only ever gain members;"
                                + " what would break a consumer is a v2 beside the v1.");
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        return info;
    }

    private ObjectNode message(String name, JsonNode schema) {
        var message = JSON.objectNode()
                .put("name", schema.path("title").asText())
                .put("title", name)
                .put("summary", schema.path("description").asText())
                .put("contentType", "application/json");
        message.set("headers", ref("#/components/schemas/cloudEventHeaders"));
        var payload = payload(schema);
        payload.remove("title");
        payload.remove("description");
        message.set("payload", payload);
        var example = folder.resolve(name + EXAMPLE);
        if (Files.exists(example)) {
            message.putArray("examples")
                    .addObject()
                    .put("name", "committed")
                    .set("payload", CommittedFile.parse(text(example)));
        }
        return message;
    }

    /** As a part of one document: files that were referred to are components, and the dialect is said nowhere. */
    private static ObjectNode payload(JsonNode schema) {
        var copy = (ObjectNode) schema.deepCopy();
        copy.remove(List.of("$schema", "$id"));
        rewrite(copy);
        return copy;
    }

    private static void rewrite(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                var reference = object.path("$ref").asText();
                if (reference.endsWith(SCHEMA)) {
                    var file = reference.substring(reference.lastIndexOf('/') + 1);
                    object.put("$ref", "#/components/schemas/" + file.substring(0, file.length() - SCHEMA.length()));
                } else if (!reference.isEmpty()) {
                    throw new IllegalArgumentException("a contract refers to whole files only, not to " + reference);
                }
                object.forEach(AsyncApiDocument::rewrite);
            }
            case ArrayNode array -> array.forEach(AsyncApiDocument::rewrite);
            default -> {}
        }
    }

    private static ObjectNode headers() {
        var headers = JSON.objectNode().put("type", "object");
        var properties = headers.putObject("properties");
        HEADERS.forEach((name, meaning) ->
                properties.putObject(name).put("type", "string").put("description", meaning));
        return headers;
    }

    private static ObjectNode ref(String target) {
        return JSON.objectNode().put("$ref", target);
    }

    private static String nameOf(Path file, String end) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - end.length());
    }

    private static List<Path> files(Path folder, String end) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("contracts in " + folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("contract " + file, e);
        }
    }
}
