package city.c3po.testing.contract;

import city.c3po.testing.Workspace;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The event contracts of one producer, as files. */
public final class Contracts {
    private static final String TYPE_PREFIX = "city.c3po.";
    private static final String SCHEMA_SUFFIX = ".schema.json";

    private final Path folder;
    private final SchemaRegistry registry;

    private Contracts(Path all, String key) {
        folder = all.resolve(key);
        registry = registryOf(all);
    }

    /** @param key of the producing service */
    public static Contracts of(String key) {
        return in(Workspace.root().resolve("contracts"), key);
    }

    static Contracts in(Path all, String key) {
        return new Contracts(all, key);
    }

    /** Every type that has a schema: {@code city.c3po.initiative.submitted.v1}. */
    public SortedSet<String> types() {
        var types = new TreeSet<String>();
        for (var schema : schemas()) {
            var name = schema.getFileName().toString();
            types.add(TYPE_PREFIX + name.substring(0, name.length() - SCHEMA_SUFFIX.length()));
        }
        return types;
    }

    /** For consumers: what an event of this type looks like, as committed by its producer. */
    public String example(String type) {
        return text(folder.resolve(nameOf(type) + ".example.json"));
    }

    /** {@code <type>.example.json} and older ones beside it, {@code <type>.example-<n>.json}, which stay for ever. */
    public List<Path> examples(String type) {
        return files(nameOf(type) + ".example", ".json");
    }

    /** @param data the event's data: {@code {"fact", "state", "access", "tasks"?}} */
    public void assertMatches(String type, String data) {
        var faults = faults(type, data);
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    type + " does not match its schema:\n  " + String.join("\n  ", faults) + "\n" + data);
        }
    }

    List<String> faults(String type, String data) {
        var file = folder.resolve(nameOf(type) + SCHEMA_SUFFIX);
        if (!Files.exists(file)) {
            return List.of("no contract: " + Workspace.root().relativize(file.toAbsolutePath()) + " is missing");
        }
        return faults(registry.getSchema(SchemaLocation.of(addressOf(file))), data);
    }

    /** What is wrong with the schema itself, by the rules of JSON Schema 2020-12. */
    List<String> faultsOfSchema(Path file) {
        var dialect = Dialects.getDraft202012().getId();
        var text = text(file);
        var declared = registry.getSchema(SchemaLocation.of(dialect));
        return Stream.concat(
                        text.contains("\"" + dialect + "\"") ? Stream.of() : Stream.of("$schema must be " + dialect),
                        faults(declared, text).stream())
                .toList();
    }

    List<Path> schemas() {
        return files("", SCHEMA_SUFFIX);
    }

    List<Path> allExamples() {
        return files("", ".json").stream()
                .filter(file -> file.getFileName().toString().contains(".example"))
                .toList();
    }

    Path folder() {
        return folder;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("contract " + file, e);
        }
    }

    private List<Path> files(String start, String end) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .filter(file -> file.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("contracts in " + folder, e);
        }
    }

    private static List<String> faults(Schema schema, String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
                .toList();
    }

    private static String nameOf(String type) {
        if (!type.startsWith(TYPE_PREFIX)) {
            throw new IllegalArgumentException("not one of our event types: " + type);
        }
        return type.substring(TYPE_PREFIX.length());
    }

    private static String addressOf(Path file) {
        return file.toAbsolutePath().toUri().toString();
    }

    /** Knows all schemas by their file address, so that they may refer to each other, and to nothing elsewhere. */
    private static SchemaRegistry registryOf(Path all) {
        var known = new TreeMap<String, String>();
        try (var files = Files.walk(all)) {
            files.filter(file -> file.toString().endsWith(SCHEMA_SUFFIX))
                    .forEach(file -> known.put(addressOf(file), text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("contracts in " + all, e);
        }
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(known));
    }
}
