package city.c3po.testing.fuzz;

import city.c3po.testing.fuzz.Attack.Outcome;
import city.c3po.testing.http.Addresses;
import city.c3po.testing.http.Call;
import city.c3po.testing.openapi.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Requests without a plan: the valid one, changed in one to four places by chance. Nobody thought of them, so nobody
 * has taken care of them; any documented answer will do.
 */
final class RandomAttacks {
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
    private static final int MOST_CHANGES = 4;
    private static final List<String> HEADERS = List.of(
            "If-Match", "If-None-Match", "Idempotency-Key", "Prefer", "Accept", "Accept-Language", "traceparent");
    private static final List<JsonNode> VALUES = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(new BigDecimal("0.005")),
            JSON.numberNode(new BigDecimal("1e30")),
            JSON.textNode(""),
            JSON.textNode("DEP-PW"),
            JSON.textNode("2026-02-30"),
            JSON.textNode("9999-12-31"),
            JSON.textNode("1970-01-01T00:00:00Z"),
            JSON.textNode("00000000-0000-7000-8000-000000000001"),
            JSON.textNode("ß\u0301\u200d\uFEFF"),
            JSON.textNode("%00%2e%2e"),
            JSON.textNode("x".repeat(5_000)),
            JSON.arrayNode(),
            JSON.arrayNode().add(JSON.objectNode()),
            JSON.objectNode());

    private final Operation operation;
    private final String baseUri;
    private final Map<String, String> path;
    private final Map<String, String> query;
    private final Call valid;
    private final Optional<JsonNode> sample;
    private final Random chance;

    RandomAttacks(
            Operation operation,
            String baseUri,
            Map<String, String> path,
            Map<String, String> query,
            Call valid,
            Optional<JsonNode> sample,
            Random chance) {
        this.operation = operation;
        this.baseUri = baseUri;
        this.path = path;
        this.query = query;
        this.valid = valid;
        this.sample = sample;
        this.chance = chance;
    }

    List<Attack> take(int count) {
        var attacks = new ArrayList<Attack>();
        for (var n = 0; n < count; n++) {
            attacks.add(next());
        }
        return attacks;
    }

    private Attack next() {
        var inPath = new LinkedHashMap<>(path);
        var inQuery = new LinkedHashMap<>(query);
        var headers = new LinkedHashMap<String, String>();
        var body = sample.map(JsonNode::<JsonNode>deepCopy).orElse(null);
        for (var left = chance.nextInt(MOST_CHANGES + 1); left > 0; left--) {
            switch (chance.nextInt(8)) {
                case 0 -> inPath.replaceAll((name, value) -> chance.nextInt(4) == 0 ? segment() : value);
                case 1, 2 -> changeQuery(inQuery);
                case 3 -> headers.put(one(HEADERS), one(VALUES).asText().replaceAll("[^ -~]", "?"));
                default -> body = body == null ? null : changed(body);
            }
        }
        var address = URI.create(baseUri + Addresses.fill(operation.path(), inPath) + Addresses.query(inQuery));
        var call = new Call(valid.method(), address, valid.headers(), valid.body());
        if (body != null) {
            call = call.body(operation.mediaType().orElseThrow(), body.toString());
        }
        for (var header : headers.entrySet()) {
            call = call.header(header.getKey(), header.getValue());
        }
        return new Attack("a random request", call, Outcome.ANY);
    }

    private void changeQuery(Map<String, String> inQuery) {
        var parameters = operation.parameters("query");
        if (parameters.isEmpty() || chance.nextInt(10) == 0) {
            inQuery.put("p" + chance.nextInt(100), "x");
        } else {
            var parameter = one(parameters);
            inQuery.put(
                    parameter.name(),
                    chance.nextBoolean() ? parameter.sample() : one(VALUES).asText());
        }
    }

    private String segment() {
        var text = one(VALUES).asText();
        return text.isEmpty() ? "-" : text.substring(0, Math.min(200, text.length()));
    }

    /** One value somewhere in the tree replaced, removed or doubled. */
    private JsonNode changed(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            var name = one(object.properties().stream().map(Map.Entry::getKey).toList());
            switch (chance.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, one(VALUES).deepCopy());
                default -> object.set(name, changed(object.get(name)));
            }
            return object;
        }
        if (node instanceof ArrayNode array && !array.isEmpty()) {
            var index = chance.nextInt(array.size());
            switch (chance.nextInt(4)) {
                case 0 -> array.remove(index);
                case 1 -> array.add(array.get(index).deepCopy());
                default -> array.set(index, changed(array.get(index)));
            }
            return array;
        }
        return one(VALUES).deepCopy();
    }

    private <T> T one(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
