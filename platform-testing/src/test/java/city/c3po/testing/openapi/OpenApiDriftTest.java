package city.c3po.testing.openapi;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiDriftTest {
    private static final String DOCUMENT = """
            {"openapi": "3.1.0",
             "paths": {"/v1/charters/{id}": {"get": {"responses": {"200": {"description": "The charter."}}}}},
             "components": {"schemas": {"Money": {"properties": {"amount": {"maximum": 500000.00}}}}}}""";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void committed() {
        file = folder.resolve("openapi/charter.json");
        OpenApiDrift.in(file, true).check(DOCUMENT);
    }

    @Test
    void the_same_document_passes_in_whatever_order() {
        assertDoesNotThrow(() -> drift().check("""
                {"components": {"schemas": {"Money": {"properties": {"amount": {"maximum": 500000}}}}},
                 "paths": {"/v1/charters/{id}": {"get": {"responses": {"200": {"description": "The charter."}}}}},
                 "openapi": "3.1.0"}"""));
    }

    @Test
    void the_same_document_is_written_the_same_way_twice() throws IOException {
        var before = Files.readString(file);
        OpenApiDrift.in(file, true).check(before);
        assertEquals(before, Files.readString(file));
    }

    @Test
    void a_changed_operation_is_named() {
        var message = refused(DOCUMENT.replace("The charter.", "A charter."));
        assertTrue(message.contains("operation GET /v1/charters/{id}, responses/200/description"), message);
        assertTrue(message.contains("was \"The charter.\", is \"A charter.\""), message);
    }

    @Test
    void a_reference_that_leads_nowhere_or_to_itself_is_refused() {
        for (var target : new String[] {"Zone", "Nothing"}) {
            var document = DOCUMENT.replace(
                    "\"schemas\": {", "\"schemas\": {\"Zone\": {\"$ref\": \"#/components/schemas/" + target + "\"}, ");
            assertTrue(refused(document).contains("#/components/schemas/" + target));
        }
    }

    @Test
    void a_lost_operation_is_named() {
        var message = refused(DOCUMENT.replace("\"get\"", "\"put\""));
        assertTrue(message.contains("operation GET /v1/charters/{id}: removed"), message);
        assertTrue(message.contains("operation PUT /v1/charters/{id}: added"), message);
    }

    @Test
    void a_changed_schema_is_named() {
        var message = refused(DOCUMENT.replace("500000.00", "2"));
        assertTrue(message.contains("schema Money, properties/amount/maximum: was 500000.00, is 2"), message);
        assertTrue(message.contains("-Dc3po.update=true"), message);
    }

    @Test
    void a_missing_copy_fails() throws IOException {
        Files.delete(file);
        assertTrue(refused(DOCUMENT).contains("missing"));
    }

    private String refused(String document) {
        return assertThrows(AssertionError.class, () -> drift().check(document)).getMessage();
    }

    private OpenApiDrift drift() {
        return OpenApiDrift.in(file, false);
    }
}
