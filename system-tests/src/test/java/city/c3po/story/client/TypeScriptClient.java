package city.c3po.story.client;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.c3po.story.suite.RunningSuite;
import city.c3po.testing.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code clients/typescript}, made from the running suite's document and compiled, once for all stories. */
final class TypeScriptClient {
    static final Path FOLDER = Workspace.root().resolve("clients/typescript");
    static final Path OUTPUT = Workspace.root().resolve("system-tests/target");

    private static final long MINUTES = 5;
    private static boolean built;

    private TypeScriptClient() {}

    /** Skips the story where Node is missing, unless nothing may be skipped. */
    static synchronized void build(RunningSuite suite) throws IOException, InterruptedException {
        if (built) {
            return;
        }
        var node = ran("node", "--version");
        assertTrue(node || !Workspace.demandsAll(), "the client needs Node, which is not on the PATH");
        assumeTrue(node, "the client needs Node, which is not on the PATH");
        Files.writeString(
                FOLDER.resolve("aggregate.json"),
                suite.door().get("/openapi.json").expect(200).body());
        run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        run(Map.of(), "npm", "run", "generate");
        run(Map.of(), "npm", "run", "build");
        built = true;
    }

    /** What a command that must succeed has printed. */
    static String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var process = start(environment, command);
        assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), () -> "does not end: " + List.of(command));
        var printed = Files.readString(output(command));
        assertTrue(process.exitValue() == 0, () -> List.of(command) + " failed:\n" + printed);
        return printed;
    }

    private static boolean ran(String... command) throws InterruptedException {
        try {
            return start(Map.of(), command).waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static Process start(Map<String, String> environment, String... command) throws IOException {
        var process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output(command).toFile());
        process.environment().putAll(environment);
        return process.start();
    }

    private static Path output(String... command) throws IOException {
        Files.createDirectories(OUTPUT);
        return OUTPUT.resolve("typescript-" + command[command.length - 1].replaceAll("[^a-z]", "") + ".log");
    }
}
