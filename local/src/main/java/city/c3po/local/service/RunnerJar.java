package city.c3po.local.service;

import city.c3po.local.part.Home;
import city.c3po.local.part.JavaProgram;
import city.c3po.local.part.Launch;
import city.c3po.local.part.Refusal;
import city.c3po.local.part.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jar that a service's build leaves in its target folder, ready to start. */
record RunnerJar(ServiceEntry service, Home home, Settings settings) {

    void mustExist() {
        if (!Files.exists(file())) {
            throw new Refusal("%s is not built: %s is missing. Run ./c3po up, or ./mvnw -pl %s -am package -DskipTests"
                    .formatted(service.module(), home.repository().relativize(file()), service.module()));
        }
    }

    Launch launch(int port, int managementPort, int megabytes, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        all.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        all.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        var flags = new ArrayList<>(JavaProgram.compiling(settings));
        flags.addAll(JavaProgram.keeping(settings));
        flags.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xmx" + megabytes + "m",
                // What the start no longer needs goes back to the system.
                "-XX:TrimNativeHeapInterval=10000",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        return new JavaProgram(service.key(), flags, List.of("-jar", file().toString()), List.of(file()))
                .launch(home, settings, all);
    }

    /** Another program that the service's jar holds; it names its libraries itself. */
    Launch program(String mainClass, List<String> arguments, Map<String, String> environment) {
        var command = new ArrayList<>(List.of(
                JavaProgram.java().toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                file().toString(),
                mainClass));
        command.addAll(arguments);
        return new Launch(command, environment);
    }

    /** The number of the last migration that the jar brings for its service's own tables. */
    int lastMigration() {
        mustExist();
        var migration = Pattern.compile("db/" + service.key() + "/V([0-9]+)__.*\\.sql");
        try (var jar = new JarFile(file().toFile())) {
            return jar.stream()
                    .map(entry -> migration.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new Refusal("%s cannot be read".formatted(file()), e);
        }
    }

    private Path file() {
        return home.repository()
                .resolve("%s/target/%s-1.0.0-SNAPSHOT-runner.jar".formatted(service.module(), service.module()));
    }
}
