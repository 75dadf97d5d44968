package city.c3po.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * An overlay as kubectl renders it. Production's two local files are not in the repository; here their examples stand
 * in for them, in a copy.
 */
record Overlay(String name, List<JsonNode> manifests) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();
    private static final long PATIENCE_SECONDS = 60;

    record Rendering(int status, String text, String complaint) {}

    static List<Overlay> all() {
        return List.of(of("dev"), of("production"));
    }

    /** Rendered once for all tests: it takes seconds. */
    static Overlay of(String name) {
        demandKubectl();
        return RENDERED.computeIfAbsent(name, Overlay::rendered);
    }

    private static Overlay rendered(String name) {
        var rendering = render(name, true);
        if (rendering.status() != 0) {
            throw new AssertionError("kubectl does not render " + name + ":\n" + rendering.complaint());
        }
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendering.text())) {
            return new Overlay(name, documents.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Rendering render(String name, boolean withExamples) {
        demandKubectl();
        try {
            var copy = Files.createTempDirectory("c3po-k8s");
            try {
                copy(copy, "base");
                copy(copy, "overlays");
                var overlay = copy.resolve("overlays").resolve(name);
                for (var local : List.of("secret-store", "city")) {
                    var example = overlay.resolve(local + ".example.yaml");
                    if (Files.exists(example)) {
                        Files.deleteIfExists(overlay.resolve(local + ".yaml"));
                        if (withExamples) {
                            Files.copy(example, overlay.resolve(local + ".yaml"));
                        }
                    }
                }
                return run(List.of("kubectl", "kustomize", overlay.toString()));
            } finally {
                delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<JsonNode> kind(String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind));
    }

    JsonNode one(String kind, String name) {
        return kind(kind)
                .filter(named(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(this.name + " has no " + kind + " " + name));
    }

    private static Predicate<JsonNode> named(String name) {
        return manifest -> manifest.at("/metadata/name").asText().equals(name);
    }

    private static void demandKubectl() {
        var met = installed();
        var otherwise = "Manifests are rendered by kubectl, which is not on the PATH (Debian: kubernetes-client)";
        if (!met && Boolean.getBoolean("c3po.all")) {
            throw new AssertionError(otherwise);
        }
        Assumptions.assumeTrue(met, otherwise);
    }

    private static boolean installed() {
        try {
            return run(List.of("kubectl", "version", "--client")).status() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static Rendering run(List<String> command) throws IOException {
        var out = Files.createTempFile("kubectl", ".out");
        var err = Files.createTempFile("kubectl", ".err");
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end in " + PATIENCE_SECONDS + " s");
            }
            return new Rendering(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + command, e);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static void copy(Path target, String folder) throws IOException {
        var module = Repository.root().resolve("k8s");
        try (var files = Files.walk(module.resolve(folder))) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, target.resolve(module.relativize(file)));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
