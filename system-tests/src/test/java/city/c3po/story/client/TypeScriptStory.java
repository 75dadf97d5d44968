package city.c3po.story.client;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import city.c3po.testing.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TheSuite
@Order(5)
class TypeScriptStory {
    private static final Path CLIENT = Workspace.root().resolve("clients/typescript");
    private static final Path PACKED = Workspace.root().resolve("system-tests/target");
    private static final long MINUTES = 5;

    private final RunningSuite suite;

    TypeScriptStory(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void the_client_is_made_from_the_document_compiles_and_tells_a_story() throws Exception {
        var node = ran(Map.of(), "node", "--version");
        assertTrue(node || !Workspace.demandsAll(), "the client needs Node, which is not on the PATH");
        assumeTrue(node, "the client needs Node, which is not on the PATH");
        Files.writeString(
                CLIENT.resolve("aggregate.json"),
                suite.door().get("/openapi.json").expect(200).body());

        run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        run(Map.of(), "npm", "run", "generate");
        run(Map.of(), "npm", "run", "build");
        var told = run(
                Map.of(
                        "C3PO_URL", suite.address(),
                        "SUBMITTER_TOKEN", suite.token("submitter"),
                        "JOB_TOKEN", suite.token("reporting-job")),
                "npm",
                "run",
                "story");
        run(Map.of(), "npm", "pack", "--pack-destination", PACKED.toString());

        assertTrue(told.contains("SUBMITTED"), told);
        assertTrue(Files.exists(PACKED.resolve("c3po-suite-client-1.0.0.tgz")));
    }

    private static boolean ran(Map<String, String> environment, String... command) throws InterruptedException {
        try {
            return start(environment, command).waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** What a command that must succeed has printed. */
    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var process = start(environment, command);
        assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), () -> "does not end: " + List.of(command));
        var printed = Files.readString(output(command));
        assertTrue(process.exitValue() == 0, () -> List.of(command) + " failed:\n" + printed);
        return printed;
    }

    private static Process start(Map<String, String> environment, String... command) throws IOException {
        var process = new ProcessBuilder(command)
                .directory(CLIENT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output(command).toFile());
        process.environment().putAll(environment);
        return process.start();
    }

    private static Path output(String... command) throws IOException {
        Files.createDirectories(PACKED);
        return PACKED.resolve("typescript-" + command[command.length - 1].replaceAll("[^a-z]", "") + ".log");
    }
}
