package city.c3po.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.local.part.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path repository;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TestFactory
    Stream<DynamicTest> what_is_not_understood_shows_the_usage_and_ends_with_2() {
        return Stream.of(
                        "",
                        "dance",
                        "up --sideways",
                        "up now",
                        "up --only",
                        "up --only postgres,nothing",
                        "down --wipe all",
                        "status --all",
                        "logs",
                        "logs nothing",
                        "logs postgres -n many",
                        "token",
                        "token nobody",
                        "token ppm sponsor",
                        "clock P60D",
                        "clock -P60D",
                        "clock +60",
                        "clock +P0D",
                        "demo twice",
                        "replay",
                        "replay portfolio",
                        "replay nothing --from 1 --topic c3po.portfolio.v1",
                        "replay portfolio --from 1 --topic no/topic",
                        "replay portfolio --from yesterday --topic c3po.portfolio.v1",
                        "backup",
                        "backup here there",
                        "backup --now here",
                        "restore",
                        "restore here there",
                        "start",
                        "start nothing",
                        "stop",
                        "kill",
                        "kill nothing")
                .map(line -> DynamicTest.dynamicTest("c3po " + line, () -> {
                    err.reset();

                    var code = run(Map.of(), line.isEmpty() ? new String[0] : line.split(" "));

                    assertEquals(2, code);
                    assertTrue(text(err).contains("Usage: ./c3po"), text(err));
                }));
    }

    @Test
    void a_bad_port_names_the_setting_and_ends_with_2() {
        var code = run(Map.of("C3PO_PORT_OFFSET", "high"), "status");

        assertEquals(2, code);
        assertTrue(text(err).startsWith("C3PO_PORT_OFFSET=high is not a whole number."), text(err));
    }

    @Test
    void the_status_of_a_suite_that_was_never_started_ends_with_1() {
        var code = run(Map.of(), "status");

        assertEquals(1, code);
        assertTrue(text(out).lines().anyMatch(line -> line.matches("gateway +stopped .* 8080 .*")), text(out));
    }

    @Test
    void a_service_that_is_not_built_is_named() throws IOException {
        var free = Map.of("C3PO_PORT_PORTFOLIO", freePort(), "C3PO_PORT_PORTFOLIO_MANAGEMENT", freePort());

        var code = run(free, "start", "portfolio");

        assertEquals(1, code);
        assertTrue(text(err).contains("portfolio-service is not built"), text(err));
    }

    @TestFactory
    Stream<DynamicTest> the_help_of_each_verb_names_its_options() {
        var desk = new Desk(new Home(repository, repository), Map.of(), new PrintStream(out));
        return Main.commandLine(desk, new PrintStream(err)).getSubcommands().entrySet().stream()
                .map(verb -> DynamicTest.dynamicTest(verb.getKey(), () -> {
                    var help = Help.of(verb.getKey());
                    for (var option : verb.getValue().getCommandSpec().options()) {
                        assertTrue(help.contains(option.longestName()), option.longestName());
                    }
                    assertTrue(help.startsWith("Usage: ./c3po " + verb.getKey()), help);
                    assertTrue(Help.of("help").contains("\n  " + verb.getKey() + " "), verb.getKey());
                }));
    }

    private int run(Map<String, String> environment, String... arguments) {
        return Main.run(repository, environment, new PrintStream(out), new PrintStream(err), arguments);
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
