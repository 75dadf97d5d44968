package city.c3po.reporting.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read out of a published state. The state is another service's: what is absent or odd is null. */
final class Facts {
    static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    /** Longer than any line of a report; what is longer ends in an ellipsis. */
    private static final int LONGEST = 300;

    private Facts() {}

    static ObjectNode object() {
        return JSON.objectNode();
    }

    /** The first of these members that is a text. */
    static JsonNode text(JsonNode state, String... pointers) {
        for (var pointer : pointers) {
            var value = state.at("/" + pointer);
            if (value.isTextual() && !value.asText().isBlank()) {
                return JSON.textNode(shortened(value.asText()));
            }
        }
        return NullNode.getInstance();
    }

    static String shortened(String text) {
        var line = text.strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
    }

    /** The first of these members that is an amount of money, as {@code {amount, currency}}. */
    static JsonNode money(JsonNode state, String... pointers) {
        for (var pointer : pointers) {
            var value = state.at("/" + pointer);
            if (value.path("amount").isNumber()) {
                return object().put("amount", value.path("amount").decimalValue())
                        .put("currency", value.path("currency").asText("USD"));
            }
        }
        return NullNode.getInstance();
    }

    static JsonNode number(JsonNode state, String... pointers) {
        for (var pointer : pointers) {
            var value = state.at("/" + pointer);
            if (value.isNumber()) {
                return JSON.numberNode(value.decimalValue());
            }
        }
        return NullNode.getInstance();
    }

    /** A reference as the report names it: by number, or by id. */
    static JsonNode reference(JsonNode state, String pointer) {
        return text(state, pointer + "/number", pointer + "/id");
    }

    /** One of the three colours, stale when the last one is too old, or null: a colour nobody gave is not green. */
    static JsonNode colour(JsonNode state, String... pointers) {
        var word = text(state, pointers);
        return switch (word.asText("")) {
            case "GREEN", "RED", "STALE" -> word;
            case "AMBER", "YELLOW" -> JSON.textNode("AMBER");
            default -> NullNode.getInstance();
        };
    }

    /** The sum of what is there, and how many there are; null when none is. */
    static JsonNode sum(List<JsonNode> amounts) {
        @Nullable BigDecimal sum = null;
        for (var money : amounts) {
            if (money.path("amount").isNumber()
                    && money.path("currency").asText().equals("USD")) {
                var amount = money.path("amount").decimalValue();
                sum = sum == null ? amount : sum.add(amount);
            }
        }
        return sum == null
                ? NullNode.getInstance()
                : object().put("amount", sum).put("currency", "USD");
    }
}
