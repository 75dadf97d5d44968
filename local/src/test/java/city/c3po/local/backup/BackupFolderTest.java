package city.c3po.local.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.local.part.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {
    private static final byte[] TABLE = {1, 2, 3, 0, -1};

    @TempDir
    Path folder;

    private Path backup;

    @BeforeEach
    void a_finished_backup() throws Exception {
        backup = folder.resolve("backup");
        var table = Files.write(folder.resolve("table"), TABLE);
        var writer = BackupWriter.into(backup);
        writer.copy(table, "postgres/base/1/1259");
        writer.write("secret".getBytes(), "secrets.properties");
        writer.finish();
    }

    @Test
    void what_was_written_comes_back() throws IOException {
        var reader = BackupReader.of(backup);

        var files = reader.copyTo(folder.resolve("data"), "postgres/");

        assertEquals(1, files);
        assertArrayEquals(TABLE, Files.readAllBytes(folder.resolve("data/base/1/1259")));
        assertArrayEquals("secret".getBytes(), reader.read("secrets.properties"));
    }

    @Test
    void its_list_is_the_one_that_sha256sum_reads() throws IOException {
        assertEquals(
                "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b  secrets.properties",
                Files.readAllLines(backup.resolve("SHA256SUMS")).getLast());
    }

    @Test
    void a_changed_byte_is_found() throws IOException {
        Files.write(backup.resolve("postgres/base/1/1259"), new byte[] {1, 2, 3, 0, -2});
        var reader = BackupReader.of(backup);

        assertDamaged(
                "postgres/base/1/1259 has another SHA-256", () -> reader.copyTo(folder.resolve("data"), "postgres/"));
    }

    @Test
    void a_missing_file_is_found() throws IOException {
        Files.delete(backup.resolve("postgres/base/1/1259"));

        assertDamaged("postgres/base/1/1259 is missing", () -> BackupReader.of(backup));
    }

    @Test
    void a_file_that_nobody_wrote_down_is_found() throws IOException {
        Files.writeString(backup.resolve("postgres/base/1/9999"), "smuggled in");

        assertDamaged("postgres/base/1/9999 is not in SHA256SUMS", () -> BackupReader.of(backup));
    }

    @Test
    void a_list_that_leads_out_of_the_folder_is_refused() throws IOException {
        Files.writeString(backup.resolve("SHA256SUMS"), "0".repeat(64) + "  ../table\n");

        assertDamaged("a line that is none of ours", () -> BackupReader.of(backup));
    }

    @Test
    void one_that_was_interrupted_is_none() throws IOException {
        Files.delete(backup.resolve("SHA256SUMS"));

        var refusal = assertThrows(Refusal.class, () -> BackupReader.of(backup));

        assertTrue(refusal.getMessage().contains("was not finished"), refusal.getMessage());
    }

    @Test
    void a_folder_that_holds_something_is_left_alone() {
        var refusal = assertThrows(Refusal.class, () -> BackupWriter.into(backup));

        assertTrue(refusal.getMessage().contains("is not empty"), refusal.getMessage());
    }

    private static void assertDamaged(String how, org.junit.jupiter.api.function.Executable act) {
        var message = assertThrows(Refusal.class, act).getMessage();
        assertTrue(message.contains("is damaged") && message.contains(how), message);
    }
}
