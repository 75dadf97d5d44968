package city.c3po.testing.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SpectralLintTest {
    @TempDir
    Path folder;

    @Test
    void the_documents_of_all_services_are_clean() throws IOException {
        var documents = Workspace.root().resolve("docs/openapi");
        assertTrue(Files.isDirectory(documents), documents + " is missing");
        try (var files = Files.list(documents)) {
            var all = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertTrue(!all.isEmpty(), "no document in " + documents);
            SpectralLint.installed().check(all);
        }
    }

    @Test
    void a_good_document_is_clean() throws IOException {
        var good = write("good.json", document());
        SpectralLint.installed().check(List.of(good));
    }

    @Test
    void a_finding_fails_and_is_told() throws IOException {
        var bad = write("bad.json", document().replace("/v1/charters", "/v1/charter"));
        var lint = SpectralLint.installed();
        var message = assertThrows(AssertionError.class, () -> lint.check(List.of(bad)))
                .getMessage();
        assertTrue(message.contains("bad.json paths /v1/charter: c3po-path"), message);
    }

    /** All in one run, because each takes a second to start. */
    @Test
    void every_virtue_that_is_missing_is_found() throws IOException {
        var good = document();
        var expected = new TreeMap<String, String>();
        var found = new TreeMap<String, String>();
        var documents = new ArrayList<Path>();
        for (var line : FAULTS.lines().toList()) {
            var part = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            assertTrue(good.contains(part.get(1)), "the good document has no " + part.get(1));
            var file = write("fault-" + documents.size() + ".json", good.replace(part.get(1), part.get(2)));
            documents.add(file);
            expected.put(file.getFileName().toString(), part.get(0));
        }
        SpectralLint.installed().findings(documents).stream()
                .filter(finding -> finding.rule()
                        .equals(expected.get(finding.document().getFileName().toString())))
                .forEach(finding -> found.put(finding.document().getFileName().toString(), finding.rule()));
        assertEquals(expected, found);
    }

    /** Rule | what the good document has | what the bad one has instead. */
    private static final String FAULTS = """
            c3po-operation-summary       | "summary": "Create a charter.",           |
            operation-description        | "description": "Anybody may.",            |
            operation-tag-defined        | "tags": ["Charters"],                     | "tags": ["Other"],
            operation-tags               | "tags": ["Charters"],                     |
            operation-operationId        | "operationId": "createCharter",           |
            c3po-operation-id-camel-case | "createCharter"                           | "create_charter"
            c3po-security                | "security": [{"oidc": []}],               |
            c3po-path                    | "/v1/charters"                            | "/v1/charter"
            c3po-path                    | "/v1/charters"                            | "/v2/charters"
            c3po-path                    | "/v1/charters/{id}"                       | "/v1/charters/{Id}"
            c3po-member-camel-case       | "businessCase":                           | "business_case":
            c3po-parameter-camel-case    | "name": "asOf"                            | "name": "as_of"
            c3po-parameter-described     | "description": "As it was.",              |
            c3po-request-example         | "example": {"title": "New"},              |
            c3po-response-example        | "example": {"title": "Old"},              |
            c3po-problem-media-type      | "application/problem+json"                | "application/json"
            c3po-problems-of-everybody   | "403": {"$ref": "#/components/responses/problem"}, |
            c3po-problems-of-a-record    | "404": {"$ref": "#/components/responses/problem"}, |
            c3po-problems-of-a-body      | "415": {"$ref": "#/components/responses/problem"}, |
            c3po-problems-of-a-change    | "428": {"$ref": "#/components/responses/problem"}, |
            oas3-valid-media-example     | "example": {"title": "New"},              | "example": {"title": 5},
            oas3-schema                  | "in": "path",                             | "in": "nowhere",""";

    @Test
    void without_node_the_lint_is_skipped_and_says_why() {
        withAll("false", () -> {
            var skipped = assertThrows(TestAbortedException.class, () -> SpectralLint.installed("no-such-node"));
            assertTrue(skipped.getMessage().contains("Node"), skipped.getMessage());
        });
    }

    @Test
    void where_nothing_may_be_skipped_a_missing_node_fails() {
        withAll("true", () -> assertThrows(AssertionError.class, () -> SpectralLint.installed("no-such-node")));
    }

    private static void withAll(String value, Runnable test) {
        var before = System.getProperty("c3po.all", "false");
        System.setProperty("c3po.all", value);
        try {
            test.run();
        } finally {
            System.setProperty("c3po.all", before);
        }
    }

    private String document() throws IOException {
        try (var in = getClass().getResourceAsStream("good-openapi.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
