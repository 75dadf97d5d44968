package city.c3po.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import city.c3po.testing.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The services' own documents, as they are committed: they must go together before anything is started. */
class CommittedDocumentsTest {
    private static final Path FOLDER = Workspace.root().resolve("docs/openapi");

    private static List<ServiceDocument> documents() throws IOException {
        var documents = new ArrayList<ServiceDocument>();
        if (Files.isDirectory(FOLDER)) {
            try (var files = Files.newDirectoryStream(FOLDER, "*.json")) {
                for (var file : files) {
                    var key = file.getFileName().toString().replace(".json", "");
                    if (!key.equals("shared")) {
                        documents.add(ServiceDocument.read(key, Files.readAllBytes(file)));
                    }
                }
            }
        }
        return documents;
    }

    private static SharedComponents shared() throws IOException {
        var file = FOLDER.resolve("shared.json");
        return Files.exists(file) ? SharedComponents.read(Files.readAllBytes(file)) : SharedComponents.none();
    }

    @Test
    void become_one_document_that_changes_none_of_them_and_routes_all_they_say() throws IOException {
        var documents = documents();
        assumeFalse(documents.isEmpty(), "no service has committed its document");

        var aggregate = Aggregate.of(documents, shared(), "1");

        var operations = documents.stream()
                .mapToInt(document -> Operation.in(document.open().tree()).size())
                .sum();
        assertEquals(operations, aggregate.proof().operations());
        assertEquals(operations, aggregate.routes().size());
    }
}
