package city.c3po.gateway.page;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;

/** How far a service's events lag, read from its report of readiness: what it has not sent, what it has not taken. */
final class EventLag {
    /** Members of the report's checks, and what this door calls them. */
    private static final Map<String, Map<String, String>> TOLD = Map.of(
            "relay", Map.of("unpublished", "unpublished", "parkedAggregates", "parkedAggregates"),
            "inbox", Map.of("waiting", "waiting", "secondsBehind", "secondsBehind"));

    private EventLag() {}

    static JsonObject in(JsonObject readiness) {
        var lag = new JsonObject();
        readiness.getJsonArray("checks", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .forEach(check -> TOLD.getOrDefault(Objects.toString(check.getValue("name")), Map.of())
                        .forEach((member, word) -> put(lag, word, check.getJsonObject("data"), member)));
        return lag;
    }

    private static void put(JsonObject lag, String word, JsonObject data, String member) {
        if (data != null && data.getValue(member) != null) {
            lag.put(word, number(data.getValue(member)));
        }
    }

    /** A number may come as text; one that nobody knows yet is null. */
    private static Object number(Object told) {
        if (told instanceof Number) {
            return told;
        }
        try {
            var value = Double.parseDouble(told.toString());
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
