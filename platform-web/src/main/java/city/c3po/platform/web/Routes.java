package city.c3po.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a path, read from the service's own document when the first caller errs: the document is
 * complete, and it is what the gateway routes by as well.
 */
@Singleton
class Routes {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** @param reads media types of bodies by method */
    private record Route(List<String> segments, Map<String, Set<String>> reads) {
        boolean matches(List<String> path) {
            if (path.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!segments.get(i).startsWith("{") && !segments.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Instance<OpenApiDocumentService> document;
    private final ObjectMapper json;
    private volatile @Nullable List<Route> routes;

    Routes(Instance<OpenApiDocumentService> document, ObjectMapper json) {
        this.document = document;
        this.json = json;
    }

    /** The value of {@code Allow}. */
    String methodsAt(String path) {
        var methods = new TreeSet<String>();
        at(path).forEach(route -> methods.addAll(route.reads().keySet()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    /** {@code Accept-Post} (W3C LDP) or {@code Accept-Patch} (RFC 5789), where something is read at all. */
    Map<String, String> readAt(String method, String path) {
        var types = at(path).stream()
                .flatMap(route -> route.reads().getOrDefault(method, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return switch (method) {
            case "POST" -> Map.of("Accept-Post", String.join(", ", types));
            case "PATCH" -> Map.of("Accept-Patch", String.join(", ", types));
            default -> Map.of();
        };
    }

    private List<Route> at(String path) {
        var segments = segments(path);
        return all().stream().filter(route -> route.matches(segments)).toList();
    }

    private List<Route> all() {
        var known = routes;
        if (known == null) {
            known = read();
            routes = known;
        }
        return known;
    }

    private List<Route> read() {
        try {
            var paths = json.readTree(document.get().getDocument(Format.JSON)).path("paths");
            var found = new ArrayList<Route>();
            paths.properties().forEach(path -> found.add(new Route(segments(path.getKey()), reads(path.getValue()))));
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException("the service's own document", e);
        }
    }

    private static Map<String, Set<String>> reads(JsonNode operations) {
        return operations.properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .collect(Collectors.toMap(
                        operation -> operation.getKey().toUpperCase(Locale.ROOT),
                        operation -> operation.getValue().path("requestBody").path("content").properties().stream()
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet())));
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/"));
    }
}
