package city.c3po.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code c3po} in a repository of its own, among JDKs that only say who they are. */
class LauncherTest {
    private static final Path SCRIPT = Path.of(System.getProperty("c3po.root"), "c3po");
    private static final Path HELP = Path.of(System.getProperty("c3po.root"), "local/src/main/resources/help");

    @TempDir
    Path folder;

    private Path repository;
    private Path shelf;

    private record Result(int code, String out, String err) {}

    @BeforeEach
    void a_built_repository_and_an_empty_shelf() throws IOException {
        repository = Files.createDirectory(folder.resolve("repository"));
        shelf = Files.createDirectory(folder.resolve("jdks"));
        Files.copy(SCRIPT, repository.resolve("c3po"));
        var help = Files.createDirectories(repository.resolve("local/src/main/resources/help"));
        try (var texts = Files.list(HELP)) {
            for (var text : texts.toList()) {
                Files.copy(text, help.resolve(text.getFileName()));
            }
        }
        Files.createDirectories(repository.resolve("local/target"));
        Files.createFile(repository.resolve("local/target/local-1.0.0-SNAPSHOT.jar"));
    }

    @Test
    void the_chosen_jdk_wins() throws Exception {
        var chosen = jdk("chosen", "26.0.1");
        jdk("other", "25.0.3");

        assertEquals(
                "ran " + chosen,
                run(Map.of("JAVA_HOME", chosen.toString()), "status").out());
    }

    @Test
    void a_newer_one_beside_an_old_default_counts() throws Exception {
        var old = jdk("jdk-17", "17.0.15");
        var recent = jdk("jdk-25", "25.0.3");

        assertEquals(
                "ran " + recent,
                run(Map.of("JAVA_HOME", old.toString()), "status").out());
    }

    @Test
    void a_java_in_the_path_is_followed_to_its_jdk() throws Exception {
        var jdk = jdk("elsewhere/jdk-25", "25");
        var bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), folder.resolve("alternatives"));
        Files.createSymbolicLink(folder.resolve("alternatives"), jdk.resolve("bin/java"));

        var result = run(Map.of("PATH", bin + ":/usr/bin:/bin", "C3PO_JDK_FOLDERS", folder + "/none"), "status");

        assertEquals("ran " + jdk.toRealPath(), result.out());
    }

    @Test
    void one_in_the_layout_of_macos_is_found() throws Exception {
        var jdk = jdk("temurin-25.jdk/Contents/Home", "25.0.3");

        assertEquals("ran " + jdk, run(Map.of(), "status").out());
    }

    @Test
    void a_folder_with_a_blank_in_its_name_is_no_trouble() throws Exception {
        var jdk = jdk("JDK 25", "25.0.3");

        assertEquals("ran " + jdk, run(Map.of(), "status").out());
    }

    @Test
    void without_a_jdk_it_says_which_one_and_how() throws Exception {
        jdk("jdk-17", "17.0.15");
        Files.delete(jdk("only-a-jre", "25.0.3").resolve("bin/javac"));

        var result = run(Map.of(), "status");

        assertEquals(1, result.code());
        assertTrue(result.err().contains("needs a JDK 25 or newer"), result.err());
        assertTrue(result.err().contains("Install one"), result.err());
        assertEquals("", result.out());
    }

    @Test
    void help_needs_no_jdk_and_no_build() throws Exception {
        Files.delete(repository.resolve("local/target/local-1.0.0-SNAPSHOT.jar"));

        var result = run(Map.of(), "up", "--help");

        assertEquals(0, result.code());
        assertTrue(result.out().startsWith("Usage: ./c3po up"), result.out());
    }

    @Test
    void an_unknown_verb_shows_the_usage_and_ends_with_2() throws Exception {
        var result = run(Map.of(), "dance");

        assertEquals(2, result.code());
        assertTrue(result.err().contains("There is no verb dance."), result.err());
        assertTrue(result.err().contains("Usage: ./c3po"), result.err());
    }

    @Test
    void arguments_reach_java_as_they_are() throws Exception {
        jdk("jdk-25", "25.0.3");

        var result = run(Map.of("SHOW", "arguments"), "logs", "post gres", "-n", "5");

        assertTrue(result.out().endsWith("[logs][post gres][-n][5]"), result.out());
    }

    private Path jdk(String name, String version) throws IOException {
        var jdk = shelf.resolve(name);
        var bin = Files.createDirectories(jdk.resolve("bin"));
        var executable = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createFile(bin.resolve("javac"), executable);
        Files.createFile(bin.resolve("java"), executable);
        Files.writeString(bin.resolve("java"), """
                #!/bin/sh
                if [ "${SHOW:-}" = arguments ]; then
                    for argument in "$@"; do printf '[%s]' "$argument"; done
                else
                    echo "ran $JAVA_HOME"
                fi
                """);
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private Result run(Map<String, String> environment, String... arguments) throws Exception {
        var command = new java.util.ArrayList<>(
                java.util.List.of("/bin/sh", repository.resolve("c3po").toString()));
        command.addAll(java.util.List.of(arguments));
        var builder = new ProcessBuilder(command);
        var all = new HashMap<>(Map.of("PATH", pathWithoutJava(), "HOME", folder.toString(), "C3PO_BUILD", "no"));
        all.put("C3PO_JDK_FOLDERS", folder.resolve("none") + ":" + shelf);
        all.putAll(environment);
        builder.environment().clear();
        builder.environment().putAll(all);
        var err = folder.resolve("err.txt").toFile();
        var process = builder.redirectError(err).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Result(process.waitFor(), out, Files.readString(err.toPath()));
    }

    /** The few tools that the script uses, and no java. */
    private String pathWithoutJava() throws IOException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var tool :
                new String[] {"sed", "dirname", "basename", "readlink", "find", "head", "cat", "tr", "uname", "mkdir"
                }) {
            for (var bin : new String[] {"/usr/bin/", "/bin/"}) {
                if (Files.exists(Path.of(bin + tool)) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), Path.of(bin + tool));
                }
            }
        }
        return tools.toString();
    }
}
