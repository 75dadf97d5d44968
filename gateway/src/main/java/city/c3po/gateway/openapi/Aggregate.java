package city.c3po.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/**
 * The documents of all services as one. It exists only with its route table and the proof that the merge changed
 * nothing.
 */
public final class Aggregate {
    private final List<ServiceDocument> documents;
    private final byte[] json;
    private final RouteTable routes;
    private final MergeProof proof;

    private Aggregate(List<ServiceDocument> documents, byte[] json, RouteTable routes, MergeProof proof) {
        this.documents = documents;
        this.json = json;
        this.routes = routes;
        this.proof = proof;
    }

    /** @throws DocumentRefused when the documents do not go together */
    public static Aggregate of(Collection<ServiceDocument> documents, SharedComponents shared, String version) {
        var open = documents.stream().map(ServiceDocument::open).toList();
        var routes = RouteTable.of(open);
        var tree = merge(open, shared, version);
        return new Aggregate(List.copyOf(documents), bytes(tree), routes, MergeProof.of(open, tree));
    }

    private static ObjectNode merge(Collection<OpenDocument> documents, SharedComponents shared, String version) {
        var tree = ServiceDocument.JSON.createObjectNode();
        tree.put("openapi", "3.1.0");
        tree.putObject("info")
                .put("title", "C3PO Suite")
                .put("version", version)
                .put("description", "Everything the suite answers at this address, as its services document it.");
        tree.putArray("servers").addObject().put("url", "/");
        var tags = tree.putArray("tags");
        var paths = tree.putObject("paths");
        var components = tree.putObject("components");
        for (var document : documents) {
            var common = shared.in(document.tree());
            var prefixing = new Prefixing(document, common);
            document.tree().path("tags").forEach(tag -> tags.add(prefixing.rootTag(tag)));
            for (var operation : document.routed()) {
                if (!paths.has(operation.path())) {
                    paths.set(operation.path(), prefixing.pathItem(operation.item()));
                }
            }
            Shapes.componentKinds(document.tree())
                    .forEach((kind, named) -> named.properties()
                            .forEach(component -> components
                                    .withObjectProperty(kind)
                                    .set(
                                            prefixing.componentName(kind, component.getKey()),
                                            prefixing.component(kind, component.getValue()))));
            common.forEach(name -> components.withObjectProperty(name.kind()).set(name.name(), shared.component(name)));
        }
        return tree;
    }

    public List<ServiceDocument> documents() {
        return documents;
    }

    public RouteTable routes() {
        return routes;
    }

    public MergeProof proof() {
        return proof;
    }

    /** A copy that the caller may add to. */
    public ObjectNode tree() {
        try {
            return (ObjectNode) ServiceDocument.JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("what was written as JSON can be read", e);
        }
    }

    private static byte[] bytes(ObjectNode tree) {
        try {
            return ServiceDocument.JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of JSON can always be written", e);
        }
    }
}
