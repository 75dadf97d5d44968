package city.c3po.audit.known;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What another service told last of one of its records. Read leniently: what is not there is absent, and what has
 * another shape than expected is absent too.
 *
 * @param access who may read it, as its owner said, as JSON
 */
public record Told(String type, String id, JsonNode state, String access) {

    public @Nullable String text(String pointer) {
        return textOf(state.at(pointer));
    }

    public static @Nullable String textOf(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? node.asText() : null;
    }

    public boolean says(String pointer, String word) {
        return word.equals(text(pointer));
    }

    public @Nullable LocalDate day(String pointer) {
        return dayOf(state.at(pointer));
    }

    public static @Nullable LocalDate dayOf(JsonNode node) {
        return parsed(node, LocalDate::parse);
    }

    public @Nullable Instant instant(String pointer) {
        return parsed(state.at(pointer), Instant::parse);
    }

    public @Nullable BigDecimal decimal(String pointer) {
        var node = state.at(pointer);
        return node.isNumber() ? node.decimalValue() : null;
    }

    public int whole(String pointer, int otherwise) {
        var node = state.at(pointer);
        return node.isInt() ? node.asInt() : otherwise;
    }

    /** The members of a list; none where there is no list. */
    public Stream<JsonNode> list(String pointer) {
        return listOf(state.at(pointer));
    }

    public static Stream<JsonNode> listOf(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.empty();
    }

    /** The words of a list of words. */
    public List<String> words(String pointer) {
        return list(pointer).map(Told::textOf).filter(Objects::nonNull).toList();
    }

    private static <T> @Nullable T parsed(JsonNode node, Function<String, T> parser) {
        var text = textOf(node);
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
