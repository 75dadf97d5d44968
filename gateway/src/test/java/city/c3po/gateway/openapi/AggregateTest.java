package city.c3po.gateway.openapi;

import static city.c3po.gateway.openapi.Documents.answering;
import static city.c3po.gateway.openapi.Documents.bytes;
import static city.c3po.gateway.openapi.Documents.document;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every document here is nasty in one way; that the merge succeeds at all means that its proof held. */
class AggregateTest {

    private static JsonNode merged(ServiceDocument... documents) {
        return merged(SharedComponents.none(), documents);
    }

    private static JsonNode merged(SharedComponents shared, ServiceDocument... documents) {
        return Aggregate.of(List.of(documents), shared, "1").tree();
    }

    @Test
    void schemas_of_one_name_stay_two() {
        var tree = merged(
                answering("a", "/v1/as", "\"Thing\": {\"type\": \"string\"}"),
                answering("b", "/v1/bs", "\"Thing\": {\"type\": \"integer\"}"));

        assertEquals("string", tree.at("/components/schemas/a.Thing/type").asText());
        assertEquals("integer", tree.at("/components/schemas/b.Thing/type").asText());
        assertEquals(
                "#/components/schemas/b.Thing",
                tree.at("/paths/~1v1~1bs/get/responses/200/content/application~1json/schema/$ref")
                        .asText());
    }

    @Test
    void every_name_carries_its_service() {
        var tree = merged(document("parks", """
                "tags": [{"name": "Trees", "description": "All of them"}],
                "paths": {"/v1/trees": {"get": {"operationId": "listTrees", "tags": ["Trees"],
                  "parameters": [{"$ref": "#/components/parameters/Limit"}],
                  "responses": {"200": {"$ref": "#/components/responses/Ok"}}}}},
                "components": {"parameters": {"Limit": {"name": "limit", "in": "query", "schema": {"type": "integer"}}},
                  "responses": {"Ok": {"description": "ok"}}}"""));

        assertEquals(
                "parks_listTrees", tree.at("/paths/~1v1~1trees/get/operationId").asText());
        assertEquals("parks.Trees", tree.at("/paths/~1v1~1trees/get/tags/0").asText());
        assertEquals("parks.Trees", tree.at("/tags/0/name").asText());
        assertEquals("All of them", tree.at("/tags/0/description").asText());
        assertTrue(tree.at("/components/parameters").has("parks.Limit"));
        assertTrue(tree.at("/components/responses").has("parks.Ok"));
        assertEquals("/", tree.at("/servers/0/url").asText());
    }

    @Test
    void a_schema_may_contain_itself_and_its_opposite() {
        var tree = merged(answering("a", "/v1/as", """
                "Thing": {"type": "object", "properties": {"parent": {"$ref": "#/components/schemas/Thing"},
                  "other": {"$ref": "#/components/schemas/Other"}}},
                "Other": {"type": "object", "properties": {"thing": {"$ref": "#/components/schemas/Thing"}}}"""));

        assertEquals(
                "#/components/schemas/a.Thing",
                tree.at("/components/schemas/a.Other/properties/thing/$ref").asText());
    }

    @Test
    void references_with_escapes_are_followed_and_kept() {
        var tree = merged(document("a", """
                "paths": {"/v1/as/{id}": {"get": {"responses": {"200": {"description": "ok", "content": {"application/json":
                  {"schema": {"$ref": "#/paths/~1v1~1as~1%7Bid%7D/put/requestBody/content/application~1json/schema"}}}}}},
                  "put": {"requestBody": {"content": {"application/json": {"schema": {"type": "string"}},
                    "text/plain": {"schema": {"$ref": "#/components/schemas/A~1B/properties/c~0d"}}}}}}},
                "components": {"schemas": {"A/B": {"properties": {"c~d": {"type": "integer"}}}}}"""));

        assertEquals(
                "#/components/schemas/a.A~1B/properties/c~0d",
                tree.at("/paths/~1v1~1as~1{id}/put/requestBody/content/text~1plain/schema/$ref")
                        .asText());
        assertEquals(
                "#/paths/~1v1~1as~1%7Bid%7D/put/requestBody/content/application~1json/schema",
                tree.at("/paths/~1v1~1as~1{id}/get/responses/200/content/application~1json/schema/$ref")
                        .asText());
    }

    @Test
    void security_at_the_root_is_pushed_into_the_operations_that_have_none() {
        var tree = merged(document("a", """
                "security": [{"token": ["read"]}],
                "paths": {"/v1/as": {"get": {}, "post": {"security": [{"key": [], "token": []}]},
                  "put": {"security": [{"key": []}, {"token": []}]}, "delete": {"security": []}}},
                "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"},
                  "key": {"type": "apiKey", "name": "k", "in": "header"}}}"""));
        var item = tree.at("/paths/~1v1~1as");

        assertFalse(tree.has("security"));
        assertEquals("[{\"a.token\":[\"read\"]}]", item.at("/get/security").toString());
        assertEquals(
                "[{\"a.key\":[],\"a.token\":[]}]", item.at("/post/security").toString());
        assertEquals(
                "[{\"a.key\":[]},{\"a.token\":[]}]", item.at("/put/security").toString());
        assertEquals("[]", item.at("/delete/security").toString());
    }

    @Test
    void a_discriminator_keeps_its_values_whether_said_or_implied() {
        var tree = merged(answering("a", "/v1/as", """
                "Thing": {"oneOf": [{"$ref": "#/components/schemas/Dog"}, {"$ref": "#/components/schemas/Cat"}],
                  "discriminator": {"propertyName": "kind", "mapping": {"meow": "Cat"}}},
                "Dog": {"type": "object"}, "Cat": {"type": "object"},
                "Base": {"type": "object", "discriminator": {"propertyName": "kind"}},
                "Child": {"allOf": [{"$ref": "#/components/schemas/Base"}]}"""));

        assertEquals(
                "{\"Dog\":\"#/components/schemas/a.Dog\",\"meow\":\"#/components/schemas/a.Cat\"}",
                tree.at("/components/schemas/a.Thing/discriminator/mapping").toString());
        assertEquals(
                "{\"Child\":\"#/components/schemas/a.Child\"}",
                tree.at("/components/schemas/a.Base/discriminator/mapping").toString());
    }

    @Test
    void links_name_the_renamed_operation() {
        var tree = merged(document("a", """
                "paths": {"/v1/as": {"get": {"operationId": "list", "responses": {"200": {"description": "ok", "links":
                  {"one": {"operationId": "one", "parameters": {"operationId": "$response.body#/id"}}}}}}},
                  "/v1/as/{id}": {"get": {"operationId": "one"}}}"""));
        var link = tree.at("/paths/~1v1~1as/get/responses/200/links/one");

        assertEquals("a_one", link.path("operationId").asText());
        assertEquals("$response.body#/id", link.at("/parameters/operationId").asText());
    }

    @Test
    void names_and_data_that_look_like_keywords_are_left_alone() {
        var schema = """
                {"type":"object","properties":{"tags":{"type":"array"},"security":{"type":"string"},\
                "$ref":{"type":"string"},"operationId":{"type":"string"},"default":{"type":"string"}},\
                "dependentRequired":{"tags":["security"]},"example":{"$ref":"#/components/schemas/Thing"},\
                "default":{"operationId":"x"},"x-note":{"$ref":"nowhere"}}""";

        var tree = merged(answering("a", "/v1/as", "\"Thing\": " + schema));

        assertEquals(schema, tree.at("/components/schemas/a.Thing").toString());
    }

    @Test
    void a_schema_under_a_property_called_default_is_renamed() {
        var tree = merged(answering("a", "/v1/as", """
                "Thing": {"properties": {"default": {"$ref": "#/components/schemas/Other"}}}, "Other": {"type": "string"}"""));

        assertEquals(
                "#/components/schemas/a.Other",
                tree.at("/components/schemas/a.Thing/properties/default/$ref").asText());
    }

    @Test
    void operations_of_a_callback_are_renamed_and_secured_like_others() {
        var tree = merged(document("a", """
                "security": [{"token": []}],
                "paths": {"/v1/as": {"post": {"callbacks": {"done": {"{$request.body#/url}":
                  {"post": {"operationId": "done", "tags": ["T"]}}}}}}},
                "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}}"""));
        var callback = tree.at("/paths/~1v1~1as/post/callbacks/done").path("{$request.body#/url}");

        assertEquals("a_done", callback.at("/post/operationId").asText());
        assertEquals("[{\"a.token\":[]}]", callback.at("/post/security").toString());
    }

    @Test
    void numbers_keep_every_digit() {
        var tree = merged(answering("a", "/v1/as", """
                "Thing": {"type": "number", "multipleOf": 0.10, "maximum": 12345678901234567890.123456789}"""));

        assertEquals(
                "{\"type\":\"number\",\"multipleOf\":0.10,\"maximum\":12345678901234567890.123456789}",
                tree.at("/components/schemas/a.Thing").toString());
    }

    @Test
    void a_schema_equal_to_the_platforms_copy_is_shared_and_another_one_is_not() {
        var shared = SharedComponents.read(bytes("""
                "components": {"schemas": {"Money": {"type": "object", "required": ["amount"]},
                  "Price": {"properties": {"money": {"$ref": "#/components/schemas/Money"}}},
                  "Page": {"type": "object"}}}"""));
        var same = """
                "Thing": {"$ref": "#/components/schemas/Price"},
                "Price": {"properties": {"money": {"$ref": "#/components/schemas/Money"}}},
                "Money": {"required": ["amount"], "type": "object"}, "Page": {"type": "object"}""";
        var other = """
                "Thing": {"$ref": "#/components/schemas/Price"},
                "Price": {"properties": {"money": {"$ref": "#/components/schemas/Money"}}},
                "Money": {"required": ["cents"], "type": "object"}, "Page": {"type": "object"}""";

        var tree = merged(shared, answering("a", "/v1/as", same), answering("b", "/v1/bs", other));

        var schemas = tree.at("/components/schemas");
        assertTrue(schemas.has("Money") && schemas.has("Price") && schemas.has("Page"), schemas::toString);
        assertFalse(schemas.has("a.Money") || schemas.has("a.Price") || schemas.has("b.Page"), schemas::toString);
        // The text of b's Price is the platform's, but its Money is another one: sharing it would change it.
        assertTrue(schemas.has("b.Money") && schemas.has("b.Price"), schemas::toString);
        assertEquals("#/components/schemas/Price", schemas.at("/a.Thing/$ref").asText());
        assertEquals("#/components/schemas/b.Price", schemas.at("/b.Thing/$ref").asText());
    }

    @Test
    void paths_outside_the_door_are_left_out() {
        var source = document("a", "\"paths\": {\"/v1/as\": {\"get\": {}}, \"/internal/as\": {\"get\": {}}}");

        var tree = merged(source);

        assertEquals(List.of("/internal/as"), source.unroutedPaths());
        assertTrue(tree.path("paths").has("/v1/as"));
        assertFalse(tree.path("paths").has("/internal/as"));
    }

    @Test
    void servers_of_a_service_are_not_those_of_the_gateway() {
        var tree = merged(document("a", """
                "servers": [{"url": "http://inside:8082"}],
                "paths": {"/v1/as": {"servers": [{"url": "http://inside:8082"}], "get": {"servers": [{"url": "http://x"}]}}}"""));

        assertFalse(tree.toString().contains("http://"), tree::toString);
    }

    @Test
    void documents_that_cannot_be_read_are_refused_with_a_reason() {
        assertRefused("not readable as JSON", () -> ServiceDocument.read("a", "<html>".getBytes()));
        assertRefused("not a JSON object", () -> ServiceDocument.read("a", "[]".getBytes()));
        assertRefused("not an OpenAPI 3.1", () -> ServiceDocument.read("a", "{\"openapi\": \"3.0.3\"}".getBytes()));
        assertRefused("Duplicate field", () -> document("a", "\"paths\": {}, \"paths\": {}"));
        assertRefused("whole literal", () -> document("a", "\"paths\": {\"/v1/as/{id}.pdf\": {}}"));
        assertRefused("whole literal", () -> document("a", "\"paths\": {\"/v1//as\": {}}"));
        assertRefused("claims every", () -> document("a", "\"paths\": {\"/v1/{any}\": {\"get\": {}}}"));
        assertRefused("leaves", () -> merged(answering("a", "/v1/as", "\"Thing\": {\"$ref\": \"other.json#/X\"}")));
        assertRefused("nothing", () -> merged(answering("a", "/v1/as", "\"Other\": {}")));
        assertRefused("nothing", () -> merged(document("a", """
                "paths": {"/v1/as": {"get": {"security": [{"undefined": []}]}}}""")));
    }

    static void assertRefused(String reason, Runnable attempt) {
        var refusal = assertThrows(DocumentRefused.class, attempt::run);
        assertTrue(refusal.getMessage().contains(reason), refusal::getMessage);
    }
}
