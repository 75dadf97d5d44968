package city.c3po.testing.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncApiDocumentTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aContract() throws IOException {
        Files.createDirectories(folder.resolve("shared"));
        Files.writeString(folder.resolve("shared/note.schema.json"), """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                 "properties": {"next": {"$ref": "note.schema.json"}, "title": {"type": "string"}}}""");
        Files.writeString(folder.resolve("note.written.v1.schema.json"), """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "city.c3po.note.written.v1",
                 "description": "Somebody wrote it.", "type": "object", "required": ["fact", "state", "access"],
                 "properties": {"fact": {"type": "object"}, "state": {"$ref": "shared/note.schema.json"},
                                "access": {"type": "object"}}}""");
        Files.writeString(folder.resolve("note.written.v1.example.json"), """
                {"fact": {}, "state": {"title": "Fiber"}, "access": {}}""");
    }

    @Test
    void contracts_become_messages_of_one_channel() {
        var document = document(false).build();

        assertEquals("c3po.notes.v1", document.at("/channels/events/address").asText());
        var message = document.at("/components/messages/note.written.v1");
        assertEquals("city.c3po.note.written.v1", message.path("name").asText());
        assertEquals("Somebody wrote it.", message.path("summary").asText());
        assertEquals(
                "#/components/schemas/note",
                message.at("/payload/properties/state/$ref").asText());
        assertEquals("Fiber", message.at("/examples/0/payload/state/title").asText());
        assertEquals(
                "#/components/schemas/note",
                document.at("/components/schemas/note/properties/next/$ref").asText());
        assertFalse(document.toString().contains("$schema"));
    }

    @Test
    void it_is_clean() throws IOException {
        var file = Files.writeString(
                folder.resolve("asyncapi.json"), document(false).build().toString());

        assertEquals(List.of(), SpectralLint.installed().findings(List.of(file)));
    }

    @Test
    void the_lint_sees_what_is_no_asyncapi() throws IOException {
        var broken = document(false).build();
        broken.putObject("operations").putObject("tell").put("action", "shout");
        var file = Files.writeString(folder.resolve("asyncapi.json"), broken.toString());

        assertFalse(SpectralLint.installed().findings(List.of(file)).isEmpty());
    }

    @Test
    void a_change_of_a_contract_shows_in_the_committed_document() throws IOException {
        document(true).check();
        document(false).check();

        var contract = folder.resolve("note.written.v1.schema.json");
        Files.writeString(contract, Files.readString(contract).replace("Somebody", "Anybody"));

        var difference =
                assertThrows(AssertionError.class, () -> document(false).check());
        assertTrue(difference.getMessage().contains("note.written.v1"), difference.getMessage());
    }

    private AsyncApiDocument document(boolean updates) {
        return AsyncApiDocument.in("notes", folder, folder.resolve("docs/notes.json"), updates);
    }
}
