package city.c3po.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.local.part.Home;
import city.c3po.local.part.Launch;
import city.c3po.local.part.Part;
import city.c3po.local.part.PartProcess;
import city.c3po.local.part.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts and stops small shell scripts, which are parts like any other. */
class StartTest {
    @TempDir
    Path folder;

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private Home home;

    /** Ready as soon as its script has made a file of its name. */
    private record Script(String name, Set<String> needs, String script, Path ready, Duration patience)
            implements Part {
        @Override
        public Map<String, Integer> ports() {
            return Map.of();
        }

        @Override
        public String address() {
            return name;
        }

        @Override
        public Launch launch() {
            return new Launch(List.of("sh", "-c", script), Map.of("READY", ready.toString()));
        }

        @Override
        public boolean answers() {
            return Files.exists(ready);
        }

        @Override
        public boolean passing(String log) {
            return log.contains("try again");
        }
    }

    @BeforeEach
    void a_home() {
        home = new Home(folder, folder);
    }

    @AfterEach
    void no_process_is_left_behind() {
        for (var name : List.of("database", "service", "broken")) {
            new Stop(home, this::note).kill(part(name, "", Set.of()));
        }
    }

    @Test
    void a_part_waits_for_what_it_needs() {
        var database = part("database", "touch $READY; exec sleep 600", Set.of());
        var service = part(
                "service", "[ -e $(dirname $READY)/database ] && touch $READY; exec sleep 600", Set.of("database"));

        start(service, database);

        assertEquals(List.of("database ready at database", "service ready at service"), List.copyOf(lines));
    }

    @Test
    void what_runs_already_is_left_alone() {
        var database = part("database", "touch $READY; exec sleep 600", Set.of());
        start(database);
        var pid = pid("database");

        start(database);

        assertEquals(pid, pid("database"));
    }

    @Test
    void a_failure_shows_the_end_of_the_log_and_stops_what_was_launched() {
        var database = part("database", "touch $READY; exec sleep 600", Set.of());
        var broken = part("broken", "echo the disk is full; exit 3", Set.of("database"));

        var refusal = assertThrows(Refusal.class, () -> start(database, broken));

        assertTrue(refusal.getMessage().contains("broken has stopped while starting"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("the disk is full"), refusal.getMessage());
        assertEquals(PartProcess.State.STOPPED, new PartProcess(home, "database").state());
    }

    @Test
    void a_failure_is_told_and_not_that_others_gave_up_because_of_it() {
        var waiting = part("service", "exec sleep 600", Set.of());
        var broken = part("broken", "echo the disk is full; exit 3", Set.of());

        var refusal = assertThrows(Refusal.class, () -> start(waiting, broken));

        assertTrue(refusal.getMessage().contains("the disk is full"), refusal.getMessage());
    }

    @Test
    void a_part_that_never_gets_ready_is_a_failure() {
        var slow = new Script(
                "broken", Set.of(), "echo thinking; exec sleep 600", folder.resolve("broken"), Duration.ofMillis(300));

        var refusal = assertThrows(Refusal.class, () -> start(slow));

        assertTrue(refusal.getMessage().contains("broken is not ready after"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("thinking"), refusal.getMessage());
    }

    @Test
    void a_reason_that_passes_is_tried_again() {
        var script =
                "if [ -e $READY.tried ]; then touch $READY; exec sleep 600; fi; touch $READY.tried; echo try again; exit 1";

        start(part("database", script, Set.of()));

        assertEquals(PartProcess.State.RUNNING, new PartProcess(home, "database").state());
    }

    @Test
    void a_service_leaves_before_the_database() {
        var farewell =
                "trap 'echo $0 left >> $(dirname $READY)/farewells; exit 0' TERM; touch $READY; while :; do sleep 0.05; done";
        var database = part("database", farewell.replace("$0", "database"), Set.of());
        var service = part("service", farewell.replace("$0", "service"), Set.of("database"));
        start(database, service);

        new Stop(home, this::note).all(List.of(database, service));

        assertEquals(List.of("service left", "database left"), read(folder.resolve("farewells")));
        assertFalse(Files.exists(home.processes().resolve("database.pid")));
    }

    private Script part(String name, String script, Set<String> needs) {
        return new Script(name, needs, script, folder.resolve(name), Duration.ofSeconds(30));
    }

    private void start(Part... parts) {
        new Start(home, this::note).all(List.of(parts));
    }

    private void note(String part, String what) {
        lines.add(part + " " + what);
    }

    private long pid(String name) {
        return new PartProcess(home, name).running().orElseThrow().pid();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
