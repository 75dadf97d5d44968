package city.c3po.platform.web.openapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Examples live in files, where they can be read, copied and tested: {@code openapi/examples/<schema>.json} serves
 * wherever the schema is sent or answered (a page shows one of it); {@code <operationId>.request.json} and
 * {@code <operationId>.response.json} are for operations that deserve their own.
 */
final class Examples {
    private static final Logger LOG = Logger.getLogger(Examples.class);
    private static final String ITEMS = "items";
    /** Other kinds of JSON are somebody else's formats, streamed and read as text. */
    private static final Set<String> OURS = Set.of("application/json", "application/merge-patch+json");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<String, Schema> schemas;

    Examples(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    void addTo(Operation operation) {
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), operation.getOperationId() + ".request");
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                show(response.getContent(), operation.getOperationId() + ".response");
            }
        });
    }

    private void show(@Nullable Content content, String ownFile) {
        if (content != null) {
            content.getMediaTypes().forEach((type, media) -> {
                if (OURS.contains(type) && media.getExample() == null) {
                    read(ownFile).or(() -> ofSchema(media.getSchema())).ifPresent(media::setExample);
                }
            });
        }
    }

    private Optional<Object> ofSchema(@Nullable Schema schema) {
        if (schema == null || schema.getRef() == null) {
            return Optional.empty();
        }
        var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
        return read(name).or(() -> name.startsWith("Page") ? page(schemas.get(name)) : Optional.empty());
    }

    private Optional<Object> page(@Nullable Schema page) {
        return Optional.ofNullable(page)
                .map(Schema::getProperties)
                .map(properties -> properties.get(ITEMS))
                .flatMap(items -> ofSchema(items.getItems()))
                .map(item -> {
                    var example = new LinkedHashMap<String, Object>();
                    example.put(ITEMS, List.of(item));
                    example.put("next", null);
                    return example;
                });
    }

    private static Optional<Object> read(String name) {
        var path = "openapi/examples/" + name + ".json";
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return file == null ? Optional.empty() : Optional.of(JSON.readValue(file, Object.class));
        } catch (IOException e) {
            // A document without this example is better than no service.
            LOG.warnf("example cannot be read file=%s cause=%s", path, e);
            return Optional.empty();
        }
    }
}
