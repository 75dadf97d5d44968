package city.c3po.testing.openapi;

import city.c3po.testing.Workspace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** A JSON file that is generated but committed, so that a reviewer sees what changed. */
record CommittedFile(Path file, boolean updates) {
    private static final int SHOWN = 40;
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final DefaultPrettyPrinter PRINTER =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    static CommittedFile docs(String path) {
        return new CommittedFile(Workspace.root().resolve("docs").resolve(path), Workspace.updates());
    }

    /**
     * @param built what the code says now
     * @param compared what of it is compared, so that a difference says where it is
     * @param describe turns the JSON pointer of a difference into words of the reader
     */
    void check(JsonNode built, UnaryOperator<JsonNode> compared, UnaryOperator<String> describe) {
        try {
            if (updates) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, print(built));
                return;
            }
            if (!Files.exists(file)) {
                throw new AssertionError(file + " is missing. " + HOW);
            }
            var differences =
                    JsonDifference.between(compared.apply(CANONICAL.readTree(file.toFile())), compared.apply(built));
            if (!differences.isEmpty()) {
                throw new AssertionError(message(differences, describe));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("committed copy " + file, e);
        }
    }

    static JsonNode parse(String json) {
        try {
            return CANONICAL.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    static JsonNode parse(Object value) {
        return CANONICAL.valueToTree(value);
    }

    private static final String HOW =
            "If the change is meant, run the same test with -Dc3po.update=true and commit the file.";

    private String message(List<JsonDifference> differences, UnaryOperator<String> describe) {
        var lines = new StringBuilder(file + " no longer says what the code does.");
        differences.stream()
                .limit(SHOWN)
                .forEach(difference -> lines.append("\n  ")
                        .append(describe.apply(difference.pointer()))
                        .append(": ")
                        .append(difference.change()));
        if (differences.size() > SHOWN) {
            lines.append("\n  and ").append(differences.size() - SHOWN).append(" more");
        }
        return lines.append('\n').append(HOW).toString();
    }

    /** Members in the order of their names: the order in which the code was scanned is no change. */
    private static String print(JsonNode built) throws JsonProcessingException {
        var ordered = CANONICAL.treeToValue(built, Object.class);
        return CANONICAL.writer(PRINTER).writeValueAsString(ordered) + "\n";
    }
}
