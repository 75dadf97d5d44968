package city.c3po.gateway.openapi;

import java.nio.charset.StandardCharsets;

/** Small documents for the tests of this package. */
final class Documents {
    private Documents() {}

    static ServiceDocument document(String service, String pathsAndMore) {
        return ServiceDocument.read(service, bytes(pathsAndMore));
    }

    static byte[] bytes(String pathsAndMore) {
        return """
                {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, %s}
                """.formatted(pathsAndMore).getBytes(StandardCharsets.UTF_8);
    }

    /** A document with one GET that answers the schema {@code Thing}, given with all other components' schemas. */
    static ServiceDocument answering(String service, String path, String schemas) {
        return document(service, """
                "paths": {"%s": {"get": {"operationId": "read", "tags": ["Things"], "responses": {"200": {"description": "ok",
                  "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}}},
                "components": {"schemas": {%s}}
                """.formatted(path, schemas));
    }
}
