package city.c3po.platform.web.openapi;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import city.c3po.testing.openapi.OpenApiDrift;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra("platformtest")
class DocumentTest {
    private static final String ONE = "/v1/notes/{id}";
    private JsonNode document;

    @BeforeEach
    void read() throws JsonProcessingException {
        document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
    }

    @Test
    void an_operation_lists_each_problem_it_can_answer_with() {
        assertEquals(
                Set.of("201", "400", "401", "403", "406", "409", "413", "415", "422", "503"),
                statuses("/v1/notes", "post"));
        assertEquals(
                Set.of("200", "400", "401", "403", "404", "406", "409", "412", "413", "415", "422", "428", "503"),
                statuses(ONE, "patch"));
        assertEquals(
                Set.of("200", "400", "401", "403", "404", "406", "409", "412", "422", "428", "503"),
                statuses(ONE + "/archive", "post"));
        assertEquals(Set.of("200", "304", "400", "401", "403", "404", "406", "503"), statuses(ONE, "get"));
        assertEquals(Set.of("200", "400", "401", "403", "406", "429", "503"), statuses("/v1/notes", "get"));
    }

    /** The gateway takes what services say alike from this copy, and prefixes everything else. */
    @Test
    void what_all_services_share_is_committed_for_the_gateway() {
        var shared = new ObjectMapper().createObjectNode();
        shared.put("openapi", "3.1.0");
        shared.putObject("info")
                .put("title", "What all services share")
                .put("version", "1.0.0")
                .put("description", "Components that mean the same in every document of the suite.");
        shared.putObject("paths");
        var components = document.path("components").<ObjectNode>deepCopy();
        ((ObjectNode) components.path("schemas"))
                .remove(StreamSupport.stream(
                                Spliterators.spliteratorUnknownSize(
                                        components.path("schemas").fieldNames(), 0),
                                false)
                        .filter(name -> name.contains("Note"))
                        .toList());
        shared.set("components", components);

        OpenApiDrift.of("shared").check(shared.toString());
    }

    @Test
    void an_operation_names_the_headers_it_heeds() {
        assertTrue(parameters("/v1/notes", "post").contains("IdempotencyKey"));
        assertFalse(parameters("/v1/notes", "post").contains("IfMatch"));
        assertTrue(parameters(ONE, "put").contains("IfMatch"));
        assertTrue(parameters(ONE + "/archive", "post").containsAll(List.of("IfMatch", "IdempotencyKey", "RequestId")));
        assertTrue(parameters(ONE, "get").contains("IfNoneMatch"));
    }

    @Test
    void a_creation_says_where_the_record_is() {
        var headers = operation("/v1/notes", "post").at("/responses/201/headers");

        assertTrue(headers.has("Location"));
        assertTrue(headers.has("ETag"));
    }

    @Test
    void every_operation_needs_a_token_with_one_of_its_roles() {
        assertEquals(
                "[{\"bearer\":[\"submitter\"]}]",
                operation("/v1/notes", "post").path("security").toString());
        assertEquals(
                "bearer",
                document.at("/components/securitySchemes/bearer/scheme").asText());
    }

    @Test
    void members_that_may_be_null_say_so_and_the_others_are_always_there() {
        var note = document.at("/components/schemas/Note");

        assertEquals("[\"string\",\"null\"]", note.at("/properties/text/type").toString());
        assertEquals("null", note.at("/properties/cost/anyOf/1/type").asText());
        assertEquals(
                Set.of("id", "number", "title", "state", "author", "createdAt", "version", "href"),
                texts(note.path("required")));
    }

    @Test
    void actions_are_called_as_in_the_representation() {
        assertEquals(Set.of("edit", "archive"), texts(document.at("/components/schemas/NoteAction/enum")));
    }

    @Test
    void a_merge_patch_shows_what_it_may_change_and_requires_nothing() {
        var patch = document.at("/components/schemas/MergePatchNoteEdit");

        assertEquals(Set.of("title", "text", "cost"), names(patch.path("properties")));
        assertFalse(patch.has("required"));
    }

    @Test
    void examples_come_from_files_of_the_schema_or_of_the_operation() {
        assertEquals(
                "Renew the fiber lease",
                operation("/v1/notes", "post")
                        .at("/requestBody/content/application~1json/example/title")
                        .asText());
        assertEquals(
                "NOTE-1",
                operation("/v1/notes", "get")
                        .at("/responses/200/content/application~1json/example/items/0/number")
                        .asText());
        assertTrue(operation(ONE, "patch")
                .at("/requestBody/content/application~1merge-patch+json/example/text")
                .isNull());
        assertTrue(operation(ONE + "/history/verify", "get")
                .at("/responses/200/content/application~1json/example/verified")
                .asBoolean());
    }

    @Test
    void every_reference_leads_somewhere_and_nothing_is_left_over() {
        var references = document.findValuesAsText("$ref");

        assertTrue(references.stream()
                .noneMatch(reference -> document.at(reference.substring(1)).isMissingNode()));
        for (var kind : List.of("schemas", "parameters", "responses", "headers")) {
            for (var name : names(document.at("/components/" + kind))) {
                assertTrue(references.contains("#/components/" + kind + "/" + name), name);
            }
        }
    }

    private JsonNode operation(String path, String method) {
        var operation = document.path("paths").path(path).path(method);
        assertFalse(operation.isMissingNode(), method + " " + path);
        return operation;
    }

    private Set<String> statuses(String path, String method) {
        return names(operation(path, method).path("responses"));
    }

    private Set<String> parameters(String path, String method) {
        var shared = new TreeSet<String>();
        for (var parameter : operation(path, method).path("parameters")) {
            var reference = parameter.path("$ref").asText();
            shared.add(reference.substring(reference.lastIndexOf('/') + 1));
        }
        return shared;
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(java.util.stream.Collectors.toSet());
    }
}
