package city.c3po.local.backup;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.local.part.Home;
import city.c3po.local.part.Refusal;
import city.c3po.local.part.Settings;
import city.c3po.local.suite.Suite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restore refuses before it reads the backup. */
class RestorationTest {
    @TempDir
    Path folder;

    @Test
    void data_are_not_overwritten() throws IOException {
        Files.createDirectories(folder.resolve("home/postgres/data"));

        assertRefused("which a restore does not overwrite", Map.of());
    }

    @Test
    void events_of_before_are_not_kept_beside_it() throws IOException {
        Files.createDirectories(folder.resolve("home/kafka/data"));

        assertRefused("which a restore does not overwrite", Map.of());
    }

    @Test
    void what_an_interrupted_restore_left_is_not_used() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/restore.unfinished"), "");

        assertRefused("A restore was interrupted here", Map.of());
    }

    @Test
    void a_server_that_is_not_ours_is_not_ours_to_restore() {
        assertRefused(
                "The database server is not ours", Map.of("C3PO_POSTGRES_URL", "jdbc:postgresql://db.example:5432"));
    }

    @Test
    void a_busy_port_is_named_before_anything_is_copied() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    Integer.toString(socket.getLocalPort()),
                    Map.of("C3PO_PORT_GATEWAY", Integer.toString(socket.getLocalPort())));
        }
    }

    private void assertRefused(String why, Map<String, String> settings) {
        var home = new Home(folder, folder.resolve("home"));
        var all = new java.util.HashMap<>(settings);
        // away from a suite that may run on this machine
        all.putIfAbsent("C3PO_PORT_OFFSET", "23000");
        var restoration = new Restoration(home, new Suite(home, Settings.of(all)), (part, what) -> {});

        var refusal = assertThrows(Refusal.class, () -> restoration.from(folder.resolve("backup")));

        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }
}
