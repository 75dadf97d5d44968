package city.c3po.local.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartProcessTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Home home;
    private PartProcess process;

    @BeforeEach
    void a_part() {
        home = new Home(folder, folder);
        process = new PartProcess(home, "part");
    }

    @AfterEach
    void no_process_is_left_behind() {
        process.signal("KILL");
        assertTrue(process.leaves(LONG));
    }

    @Test
    void a_part_is_found_again_by_another_command() {
        launch("sleep 600");

        var found = new PartProcess(home, "part");

        assertEquals(PartProcess.State.RUNNING, found.state());
        assertEquals(
                process.running().orElseThrow().pid(),
                found.running().orElseThrow().pid());
    }

    @Test
    void a_killed_part_has_died_and_one_that_was_stopped_has_not() {
        launch("sleep 600");

        process.signal("KILL");
        assertTrue(process.leaves(LONG));

        assertEquals(PartProcess.State.DIED, process.state());
        process.forget();
        assertEquals(PartProcess.State.STOPPED, process.state());
    }

    @Test
    void a_process_that_got_the_same_id_later_is_not_ours() throws IOException {
        var me = ProcessHandle.current();
        var longBefore = me.info().startInstant().orElseThrow().minus(Duration.ofHours(1));
        Files.writeString(
                home.processes().resolve("part.pid"), "%d %d 0\n".formatted(me.pid(), longBefore.toEpochMilli()));

        assertEquals(PartProcess.State.DIED, process.state());
        Files.delete(home.processes().resolve("part.pid"));
    }

    @Test
    void what_this_run_said_is_told_from_what_former_runs_said() {
        launch("echo first");
        assertTrue(process.leaves(LONG));
        launch("echo second; echo wrong >&2");
        assertTrue(process.leaves(LONG));

        assertEquals("second\nwrong\n", process.thisRun());
        assertEquals(List.of("first", "second", "wrong"), process.lastLines(10));
        assertEquals(List.of("wrong"), process.lastLines(1));
    }

    @Test
    void the_terminals_interrupt_does_not_reach_a_part() {
        launch("ps -o sid= -p $$");
        assertTrue(process.leaves(LONG));

        var session = Long.parseLong(process.thisRun().strip());

        assertTrue(session != session(ProcessHandle.current()), "same session " + session);
    }

    private static long session(ProcessHandle process) {
        try {
            // Field 6 of stat, counted behind the name, which may hold blanks.
            var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3]);
        } catch (IOException e) {
            return -1;
        }
    }

    private void launch(String script) {
        process.launch(new Launch(List.of("sh", "-c", script), Map.of()));
    }
}
