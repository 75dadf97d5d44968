package city.c3po.gateway.openapi;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway routes: exactly the documented pairs of method and path template. Built once for a set of documents
 * and never changed, so that a request only reads.
 */
public final class RouteTable {
    /** Answered by the gateway itself for every path, or never answered at all. */
    private static final Set<String> NOT_PASSED_ON = Set.of("OPTIONS", "TRACE");

    private final Node root = new Node();
    private int routes;

    private RouteTable() {}

    /** @throws DocumentRefused when two documents claim one territory, or one operation is documented twice */
    static RouteTable of(Collection<OpenDocument> documents) {
        var table = new RouteTable();
        var owners = new HashMap<String, String>();
        for (var document : documents) {
            for (var operation : document.routed()) {
                var claim = Territory.claimedBy(operation.path()).orElseThrow();
                var owner = owners.putIfAbsent(claim, document.service());
                if (owner != null && !owner.equals(document.service())) {
                    throw new DocumentRefused(owner + " and " + document.service() + " both claim " + claim);
                }
                if (!NOT_PASSED_ON.contains(operation.method())) {
                    table.add(new Route(
                            document.service(),
                            operation.method(),
                            operation.path(),
                            operation.streams(),
                            operation.maxBody()));
                }
            }
        }
        table.root.freeze();
        return table;
    }

    private void add(Route route) {
        var node = root;
        for (var segment : route.template().substring(1).split("/")) {
            node = node.grow(segment);
        }
        var former = node.methods.put(route.method(), route);
        if (former != null) {
            throw new DocumentRefused(route.method() + " " + route.template() + " and " + former.template()
                    + " are the same to a request");
        }
        routes++;
    }

    public int size() {
        return routes;
    }

    /** The resource at a path, or null. A literal segment is preferred to a template. */
    public @Nullable Resource find(List<String> segments) {
        var node = root.find(segments, 0);
        return node == null ? null : node.resource;
    }

    /**
     * @param streams whether it may answer with a stream of events
     * @param maxBody the bytes a body may have, or 0 where the general limit holds
     */
    public record Route(String service, String method, String template, boolean streams, long maxBody) {}

    /** A path that is documented for at least one method. */
    public static final class Resource {
        private final Map<String, Route> methods;
        private final String allow;

        private Resource(Map<String, Route> methods) {
            this.methods = Map.copyOf(methods);
            var all = new TreeSet<>(methods.keySet());
            all.add("OPTIONS");
            if (all.contains("GET")) {
                all.add("HEAD");
            }
            this.allow = String.join(", ", all);
        }

        public @Nullable Route route(String method) {
            var route = methods.get(method);
            return route == null && method.equals("HEAD") ? methods.get("GET") : route;
        }

        /** The value of the header {@code Allow}. */
        public String allow() {
            return allow;
        }
    }

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<String, Route> methods = new TreeMap<>();
        private @Nullable Node parameter;
        private @Nullable Resource resource;

        private Node grow(String segment) {
            if (!segment.startsWith("{")) {
                return literals.computeIfAbsent(segment, s -> new Node());
            }
            if (parameter == null) {
                parameter = new Node();
            }
            return parameter;
        }

        private void freeze() {
            if (!methods.isEmpty()) {
                resource = new Resource(methods);
            }
            literals.values().forEach(Node::freeze);
            if (parameter != null) {
                parameter.freeze();
            }
        }

        private @Nullable Node find(List<String> segments, int depth) {
            if (depth == segments.size()) {
                return resource == null ? null : this;
            }
            var segment = segments.get(depth);
            var literal = literals.get(segment);
            var found = literal == null ? null : literal.find(segments, depth + 1);
            // Back to the template: /a/{id}/x must be found for /a/batch/x although /a/batch is documented too.
            return found != null || parameter == null || segment.isEmpty()
                    ? found
                    : parameter.find(segments, depth + 1);
        }
    }
}
