package city.c3po.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A service's document while it is worked with. Its tree takes ten times the room of its bytes: nobody keeps it. */
record OpenDocument(String service, ObjectNode tree, List<Operation> routed) {

    static OpenDocument of(String service, ObjectNode tree) {
        var routed = Operation.in(tree).stream()
                .filter(operation -> Territory.claimedBy(operation.path()).isPresent())
                .toList();
        return new OpenDocument(service, tree, routed);
    }

    /** Documented paths that the gateway does not route, because they are outside what may pass the door. */
    List<String> unroutedPaths() {
        return Operation.in(tree).stream()
                .map(Operation::path)
                .filter(path -> Territory.claimedBy(path).isEmpty())
                .distinct()
                .toList();
    }
}
