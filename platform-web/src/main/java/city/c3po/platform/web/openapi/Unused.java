package city.c3po.platform.web.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Leaves out every shared component that no operation of this service refers to. */
final class Unused {
    private final OpenAPI document;
    private final Components components;
    private final Set<String> used = new HashSet<>();

    Unused(OpenAPI document) {
        this.document = document;
        this.components = document.getComponents();
    }

    void remove() {
        document.getPaths().getPathItems().values().forEach(path -> {
            path.getOperations().values().forEach(this::visit);
            all(path.getParameters()).forEach(this::visit);
        });
        components.setSchemas(kept("schemas", components.getSchemas()));
        components.setParameters(kept("parameters", components.getParameters()));
        components.setResponses(kept("responses", components.getResponses()));
        components.setHeaders(kept("headers", components.getHeaders()));
    }

    private <T> @Nullable Map<String, T> kept(String kind, @Nullable Map<String, T> found) {
        if (found == null) {
            return null;
        }
        var kept = new TreeMap<>(found);
        kept.keySet().removeIf(name -> !used.contains(reference(kind, name)));
        return kept;
    }

    private static String reference(String kind, String name) {
        return "#/components/" + kind + "/" + name;
    }

    private void visit(Operation operation) {
        all(operation.getParameters()).forEach(this::visit);
        if (operation.getRequestBody() != null) {
            visit(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(this::visit);
    }

    private void visit(Parameter parameter) {
        var target = follow(parameter, parameter.getRef(), components.getParameters());
        if (target != null) {
            visit(target.getSchema());
            visit(target.getContent());
        }
    }

    private void visit(APIResponse response) {
        var target = follow(response, response.getRef(), components.getResponses());
        if (target != null) {
            visit(target.getContent());
            if (target.getHeaders() != null) {
                target.getHeaders().values().forEach(this::visit);
            }
        }
    }

    private void visit(Header header) {
        var target = follow(header, header.getRef(), components.getHeaders());
        if (target != null) {
            visit(target.getSchema());
        }
    }

    private void visit(@Nullable Content content) {
        if (content != null) {
            content.getMediaTypes().values().forEach(media -> visit(media.getSchema()));
        }
    }

    private void visit(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null && used.add(schema.getRef())) {
            visit(components.getSchemas().get(nameIn(schema.getRef())));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::visit);
        }
        visit(schema.getItems());
        visit(schema.getAdditionalPropertiesSchema());
        visit(schema.getNot());
        all(schema.getAllOf()).forEach(this::visit);
        all(schema.getAnyOf()).forEach(this::visit);
        all(schema.getOneOf()).forEach(this::visit);
    }

    /** What a reference leads to, the first time it is followed; the thing itself where there is no reference. */
    private <T> @Nullable T follow(T found, @Nullable String reference, Map<String, T> shared) {
        if (reference == null) {
            return found;
        }
        return used.add(reference) ? shared.get(nameIn(reference)) : null;
    }

    private static String nameIn(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static <T> Collection<T> all(@Nullable Collection<T> some) {
        return some == null ? Set.of() : some;
    }
}
