package city.c3po.local.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCacheTest {
    private static final Settings USUAL = Settings.of(Map.of());
    private static final String RECORD = "-XX:AOTCacheOutput=";
    private static final String USE = "-XX:AOTCache=";

    @TempDir
    Path folder;

    private Home home;
    private Path jar;

    @BeforeEach
    void a_part_with_a_jar() throws IOException {
        home = new Home(folder.resolve("repository"), folder.resolve("home"));
        jar = Files.writeString(folder.resolve("part.jar"), "classes");
    }

    @Test
    void the_first_run_records_and_the_next_one_uses_it() throws IOException {
        Files.createFile(file(flag(USUAL), RECORD));

        StartupCache.keep(home, "part", "all is well");

        assertTrue(Files.exists(file(flag(USUAL), USE)), flag(USUAL));
    }

    @Test
    void another_jar_needs_another_cache() throws IOException {
        Files.createFile(file(flag(USUAL), RECORD));
        StartupCache.keep(home, "part", "");

        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));

        assertTrue(flag(USUAL).startsWith(RECORD), flag(USUAL));
    }

    @Test
    void what_the_jvm_refuses_is_dropped() throws IOException {
        Files.createFile(file(flag(USUAL), RECORD));
        StartupCache.keep(home, "part", "");

        var dropped = StartupCache.dropRefused(home, "part", "[0.030s][error][aot] An error has occurred\n");

        assertTrue(dropped);
        assertTrue(flag(USUAL).startsWith(RECORD), flag(USUAL));
    }

    @Test
    void what_was_recorded_with_doubts_is_not_kept() throws IOException {
        var recording = Files.createFile(file(flag(USUAL), RECORD));

        StartupCache.keep(home, "part", "[9.9s][error][aot] cannot write\n");

        assertFalse(Files.exists(recording));
        assertTrue(flag(USUAL).startsWith(RECORD), flag(USUAL));
    }

    @Test
    void the_cache_of_a_part_whose_name_begins_alike_is_left_alone() throws IOException {
        Files.createFile(file(flag(USUAL), RECORD));
        StartupCache.keep(home, "part", "");

        StartupCache.dropRefused(home, "par", "[error][aot]");

        assertTrue(flag(USUAL).startsWith(USE), flag(USUAL));
    }

    @Test
    void it_can_be_switched_off() {
        assertEquals(List.of(), cache(Settings.of(Map.of("C3PO_AOT", "off"))).flags());
    }

    private String flag(Settings settings) {
        return cache(settings).flags().getLast();
    }

    private static Path file(String flag, String prefix) {
        assertTrue(flag.startsWith(prefix), flag);
        return Path.of(flag.substring(prefix.length()));
    }

    private StartupCache cache(Settings settings) {
        return StartupCache.of(home, settings, "part", List.of("-Xmx1m"), List.of(jar));
    }
}
