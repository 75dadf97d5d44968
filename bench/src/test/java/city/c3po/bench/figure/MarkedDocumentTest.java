package city.c3po.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedDocumentTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aDocument() throws IOException {
        file = folder.resolve("performance.md");
        Files.writeString(file, """
                # Performance
                Words of a person.
                <!-- bench:read -->
                old figures
                <!-- /bench:read -->
                More words.
                <!-- bench:intake -->
                <!-- /bench:intake -->
                """);
    }

    @Test
    void onlyTheMarkedPlaceIsReplaced() throws IOException {
        assertTrue(new MarkedDocument(file).fill("read", "new figures\n"));

        assertEquals("""
                # Performance
                Words of a person.
                <!-- bench:read -->

                new figures

                <!-- /bench:read -->
                More words.
                <!-- bench:intake -->
                <!-- /bench:intake -->
                """, Files.readString(file));
    }

    @Test
    void fillingItTwiceWithTheSameFiguresChangesNothing() throws IOException {
        var document = new MarkedDocument(file);
        document.fill("intake", "figures");
        var once = Files.readString(file);

        document.fill("intake", "figures");

        assertEquals(once, Files.readString(file));
    }

    @Test
    void aPlaceThatNobodyMarkedIsNotInvented() throws IOException {
        var before = Files.readString(file);

        assertFalse(new MarkedDocument(file).fill("export", "figures"));

        assertEquals(before, Files.readString(file));
    }

    @Test
    void aMissingDocumentIsNotInvented() {
        var nowhere = folder.resolve("nowhere.md");

        assertFalse(new MarkedDocument(nowhere).fill("read", "figures"));

        assertFalse(Files.exists(nowhere));
    }
}
