package city.c3po.gateway.openapi;

import static city.c3po.gateway.openapi.AggregateTest.assertRefused;
import static city.c3po.gateway.openapi.Documents.answering;
import static city.c3po.gateway.openapi.Documents.document;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The merge is right, so each test spoils its result in one way and sees that the proof notices. */
class MergeProofTest {
    private static final ServiceDocument RECURSIVE = answering("a", "/v1/as", """
            "Thing": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Next"}}},
            "Next": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Last"}}},
            "Last": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Thing"}}}""");

    private static final ServiceDocument SECURED = document("a", """
            "security": [{"token": [], "key": []}],
            "paths": {"/v1/as": {"parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}],
              "get": {"operationId": "list", "responses": {"200": {"description": "ok"}}}, "post": {"operationId": "add"}}},
            "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"},
              "key": {"type": "apiKey", "name": "k", "in": "header"}}}""");

    private static void assertNoticed(ServiceDocument document, Consumer<ObjectNode> spoil) {
        var tree = Aggregate.of(List.of(document), SharedComponents.none(), "1").tree();
        spoil.accept(tree);
        assertRefused("the merge would change", () -> MergeProof.of(List.of(document.open()), tree));
    }

    @Test
    void counts_what_it_compared() {
        var proof =
                Aggregate.of(List.of(RECURSIVE), SharedComponents.none(), "1").proof();

        assertEquals(new MergeProof(1, 3), proof);
    }

    @Test
    void a_change_three_references_away_in_a_cycle_is_noticed() {
        assertNoticed(
                RECURSIVE,
                tree -> tree.withObject("/components/schemas/a.Last/properties").putObject("added"));
    }

    @Test
    void a_shorter_cycle_of_equal_schemas_is_the_same_but_one_that_ends_is_not() {
        var tree =
                Aggregate.of(List.of(RECURSIVE), SharedComponents.none(), "1").tree();
        tree.withObject("/components/schemas/a.Thing/properties/next").put("$ref", "#/components/schemas/a.Thing");
        assertEquals(1, MergeProof.of(List.of(RECURSIVE.open()), tree).operations());

        assertNoticed(
                RECURSIVE,
                spoilt -> spoilt.withObject("/components/schemas/a.Last/properties")
                        .putObject("next")
                        .put("type", "object"));
    }

    @Test
    void and_turned_into_or_is_noticed() {
        assertNoticed(SECURED, tree -> {
            var security = tree.withObject("/paths/~1v1~1as/get").putArray("security");
            security.addObject().putArray("a.token");
            security.addObject().putArray("a.key");
        });
    }

    @Test
    void security_that_got_lost_is_noticed() {
        assertNoticed(SECURED, tree -> tree.withObject("/paths/~1v1~1as/get").remove("security"));
        assertNoticed(SECURED, tree -> tree.withObject("/paths/~1v1~1as/get").putArray("security"));
        assertNoticed(
                SECURED,
                tree -> tree.withObject("/components/securitySchemes/a.token").put("scheme", "basic"));
    }

    @Test
    void a_lost_or_an_added_operation_is_noticed() {
        assertNoticed(SECURED, tree -> tree.withObject("/paths/~1v1~1as").remove("post"));
        assertNoticed(SECURED, tree -> tree.withObject("/paths/~1v1~1as").putObject("delete"));
        assertNoticed(
                SECURED, tree -> tree.withObject("/paths").putObject("/v1/bs").putObject("get"));
    }

    @Test
    void a_changed_parameter_of_the_path_is_noticed() {
        assertNoticed(SECURED, tree -> tree.withObject("/paths/~1v1~1as").putArray("parameters"));
    }

    @Test
    void schemas_united_by_name_are_noticed() {
        var other = answering("b", "/v1/bs", "\"Thing\": {\"type\": \"integer\"}");
        var both = List.of(RECURSIVE, other);
        var tree = Aggregate.of(both, SharedComponents.none(), "1").tree();
        tree.withObject("/components/schemas").set("b.Thing", tree.at("/components/schemas/a.Thing"));

        assertRefused(
                "1 operations, the first is GET /v1/bs",
                () -> MergeProof.of(both.stream().map(ServiceDocument::open).toList(), tree));
    }

    @Test
    void one_operation_id_for_two_operations_is_noticed() {
        var tree = Aggregate.of(List.of(SECURED), SharedComponents.none(), "1").tree();
        tree.withObject("/paths/~1v1~1as/post").put("operationId", "a_list");

        assertRefused("two operations are called a_list", () -> MergeProof.of(List.of(SECURED.open()), tree));
    }

    /** Each schema refers twice to the next: unfolded, the first one has 2^depth leaves. */
    private static ServiceDocument exploding(int depth) {
        var schemas = IntStream.range(0, depth)
                .mapToObj(n -> """
                        "S%d": {"properties": {"l": {"$ref": "#/components/schemas/S%d"}, \
                        "r": {"$ref": "#/components/schemas/S%d"}}}""".formatted(n, n + 1, n + 1))
                .collect(Collectors.joining(","));
        return answering(
                "a",
                "/v1/as",
                "\"Thing\": {\"$ref\": \"#/components/schemas/S0\"}," + schemas + ",\"S" + depth
                        + "\": {\"type\": \"string\"}");
    }

    @Test
    void documents_that_explode_when_unfolded_are_proved_all_the_same() {
        var proof = Aggregate.of(List.of(exploding(400)), SharedComponents.none(), "1")
                .proof();

        assertEquals(new MergeProof(1, 402), proof);
    }

    @Test
    void references_that_chain_without_end_are_refused_and_not_followed_for_hours() {
        assertRefused("chains longer", () -> Aggregate.of(List.of(exploding(20_000)), SharedComponents.none(), "1"));
    }
}
