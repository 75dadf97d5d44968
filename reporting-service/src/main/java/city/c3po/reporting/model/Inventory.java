package city.c3po.reporting.model;

import city.c3po.reporting.model.LogStates.Told;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** How good the inventory is, which renewals are due, which licences do not fit, and what departments have attested. */
final class Inventory {
    static final String QUALITY = "quality";
    static final String RENEWAL = "renewal";
    static final String LICENCES = "licencePosition";
    static final String ATTESTATION = "attestation";

    /** Nothing is to be decided of these any more. */
    private static final Set<String> SETTLED = Set.of("DECIDED", "RENEWED", "ENDED", "CANCELLED", "CLOSED");

    private Inventory() {}

    static ObjectNode of(List<Told> now) {
        var inventory = Facts.object();
        inventory.set("quality", rows(now, QUALITY, Inventory::quality, "department"));
        inventory.set("renewals", rows(now, RENEWAL, Inventory::renewal, "decisionDeadline"));
        inventory.set("licences", rows(now, LICENCES, Inventory::licences, "product"));
        inventory.set("attestations", rows(now, ATTESTATION, Inventory::attestation, "department"));
        return inventory;
    }

    private interface Reading {
        /** Writes a row; false when this one is nothing to report. */
        boolean of(JsonNode state, ObjectNode row);
    }

    /** @return null when nobody has told of one; then it is not reported, which is not the same as none */
    private static JsonNode rows(List<Told> now, String type, Reading reading, String order) {
        var found = now.stream()
                .filter(told -> told.type().equals(type) && told.state() != null)
                .toList();
        if (found.isEmpty()) {
            return NullNode.getInstance();
        }
        var rows = Facts.JSON.arrayNode();
        found.stream()
                .map(told -> {
                    var row = Facts.object().put("number", told.number());
                    return reading.of(told.stateOrNothing(), row) ? row : Facts.object();
                })
                .filter(row -> !row.isEmpty())
                .sorted(Comparator.comparing((ObjectNode row) -> row.path(order).asText("")))
                .forEach(rows::add);
        return rows;
    }

    private static boolean quality(JsonNode state, ObjectNode row) {
        // null for the whole city
        row.set("department", Facts.text(state, "department", "source"));
        row.set("index", Facts.number(state, "index"));
        for (var score : List.of("completeness", "freshness", "uniqueness", "mapping")) {
            row.set(score, Facts.number(state, "scores/" + score, score));
        }
        row.set("asOf", Facts.text(state, "asOf"));
        return true;
    }

    private static boolean renewal(JsonNode state, ObjectNode row) {
        row.set("title", Facts.text(state, "title", "product/title", "product/number", "entitlement/number"));
        row.set("department", Facts.text(state, "department"));
        row.set("decisionDeadline", Facts.text(state, "decisionDeadline"));
        row.set("termEnd", Facts.text(state, "termEnd"));
        row.set("amount", Facts.money(state, "amount", "cost"));
        row.set("decision", Facts.text(state, "decision", "decision/outcome"));
        return !SETTLED.contains(state.path("state").asText());
    }

    /** Only those that do not fit. */
    private static boolean licences(JsonNode state, ObjectNode row) {
        row.set("product", Facts.text(state, "product/title", "product/number", "product"));
        row.set("department", Facts.text(state, "department"));
        row.set("metric", Facts.text(state, "metric"));
        row.set("entitled", Facts.number(state, "entitled"));
        row.set("consumed", Facts.number(state, "consumed"));
        row.set("position", Facts.text(state, "position", "state", "verdict"));
        row.set("trueUp", Facts.money(state, "trueUp"));
        return !row.path("position").asText().equals("COMPLIANT");
    }

    private static boolean attestation(JsonNode state, ObjectNode row) {
        row.set("department", Facts.text(state, "department"));
        row.set("confirmed", Facts.number(state, "confirmed", "counts/confirmed"));
        row.set("total", Facts.number(state, "total", "counts/total"));
        row.set("closedAt", Facts.text(state, "closedAt"));
        return true;
    }
}
