package city.c3po.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The code beside the manifests, read as files: the manifests' side of no comparison comes from here. */
final class Repository {
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([a-z-]+)</artifactId>\\s*<name>");
    private static final Pattern PROPERTY = Pattern.compile("c3po\\.[a-z0-9-]+(\\.[a-z0-9-]+)*");

    /** A program with its own configuration. */
    record Program(Path folder, Properties settings) {
        String key() {
            return settings.getProperty("quarkus.application.name");
        }

        int port() {
            return Integer.parseInt(settings.getProperty("quarkus.http.port"));
        }

        int managementPort() {
            return Integer.parseInt(settings.getProperty("quarkus.management.port"));
        }

        /** Whose events it takes. */
        TreeSet<String> sources() {
            return words(settings.getProperty("c3po.sources", ""));
        }

        /** The words in the names of the topics that it writes. */
        TreeSet<String> streams() {
            var topics = new TreeSet<String>();
            for (var topic : words(settings.getProperty("c3po.relay.topics", "c3po." + key() + ".v1"))) {
                topics.add(topic.substring("c3po.".length(), topic.length() - ".v1".length()));
            }
            return topics;
        }

        String artifact() {
            var matcher = ARTIFACT.matcher(text(folder.resolve("pom.xml")));
            if (!matcher.find()) {
                throw new AssertionError("no artifact id before a name in " + folder);
            }
            return matcher.group(1);
        }
    }

    private Repository() {}

    static Path root() {
        return Path.of(System.getProperty("c3po.root")).toAbsolutePath().normalize();
    }

    static List<Program> services() {
        try (var folders = Files.list(root())) {
            return folders.filter(folder -> folder.getFileName().toString().endsWith("-service"))
                    .sorted()
                    .map(Repository::program)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Program gateway() {
        return program(root().resolve("gateway"));
    }

    static Stream<Program> programs() {
        return Stream.concat(services().stream(), Stream.of(gateway()));
    }

    private static Program program(Path folder) {
        return new Program(folder, properties(folder.resolve("src/main/resources/application.properties")));
    }

    static Properties properties(Path file) {
        try (var in = Files.newBufferedReader(file)) {
            var properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Environment names of all settings that the code names, of a program and of the platform. */
    static TreeSet<String> settingsKnownTo(Program program) {
        var names = new TreeSet<String>();
        for (var module : List.of(
                program.folder(),
                root().resolve("platform"),
                root().resolve("platform-web"),
                root().resolve("platform-events"))) {
            for (var file : sources(module)) {
                PROPERTY.matcher(text(file))
                        .results()
                        .map(found -> found.group().toUpperCase().replaceAll("[^A-Z0-9]", "_"))
                        .forEach(names::add);
            }
        }
        return names;
    }

    static List<Path> sources(Path module) {
        try (var files = Files.walk(module.resolve("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> words(String list) {
        var words = new TreeSet<>(Arrays.asList(list.split("[,\\s]+")));
        words.remove("");
        return words;
    }
}
