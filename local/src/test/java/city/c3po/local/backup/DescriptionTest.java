package city.c3po.local.backup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.local.part.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    private final Description description = new Description(
            Instant.parse("2026-11-22T08:00:00.123456Z"), 18, Map.of("charter", 1006, "portfolio", 1012));

    @Test
    void it_is_read_as_it_was_written() throws IOException {
        assertEquals(description, Description.of(description.toBytes()));
    }

    @Test
    void an_older_backup_fits_because_services_migrate_when_they_start() {
        assertDoesNotThrow(
                () -> description.mustFit(18, Map.of("charter", 1007, "portfolio", 1012, "reporting", 1001)));
    }

    @Test
    void a_newer_backup_is_refused_by_name() {
        assertRefused(
                "newer portfolio (migration 1012, here 1011)",
                () -> description.mustFit(18, Map.of("charter", 1006, "portfolio", 1011)));
    }

    @Test
    void files_of_another_server_are_refused() {
        assertRefused("PostgreSQL 18, and this is PostgreSQL 19", () -> description.mustFit(19, Map.of()));
    }

    @Test
    void another_format_is_refused() {
        assertRefused("the format 2", () -> Description.of("format=2\n".getBytes()));
    }

    private static void assertRefused(String why, org.junit.jupiter.api.function.Executable act) {
        var message = assertThrows(Refusal.class, act).getMessage();
        assertTrue(message.contains(why), message);
    }
}
