package city.c3po.reporting.model;

import city.c3po.reporting.model.LogStates.Told;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How good the inventory is, which renewals are due, which licences do not fit, and what departments have attested. */
final class Inventory {
    static final String QUALITY = "quality";
    static final String RENEWAL = "renewal";
    static final String LICENCES = "licencePosition";
    static final String ATTESTATION = "attestation";

    /** Nothing is to be decided of these any more. */
    private static final Set<String> SETTLED = Set.of("DECIDED", "CALLED_OFF");

    private final List<Told> now;
    private final Map<String, String> products;

    /** @param products by id, as people say them */
    Inventory(List<Told> now, Map<String, String> products) {
        this.now = now;
        this.products = products;
    }

    ObjectNode all() {
        var inventory = Facts.object();
        inventory.set("quality", rows(QUALITY, Inventory::quality, "department"));
        inventory.set("renewals", rows(RENEWAL, this::renewal, "decisionDeadline"));
        inventory.set("licences", rows(LICENCES, this::licences, "product"));
        inventory.set("attestations", rows(ATTESTATION, Inventory::attestation, "department"));
        return inventory;
    }

    private interface Reading {
        /** Writes a row; false when this one is nothing to report. */
        boolean of(JsonNode state, ObjectNode row);
    }

    /** @return null when nobody has told of one; then it is not reported, which is not the same as none */
    private JsonNode rows(String type, Reading reading, String order) {
        var found = now.stream()
                .filter(told -> told.type().equals(type) && told.hasState())
                .toList();
        if (found.isEmpty()) {
            return NullNode.getInstance();
        }
        var rows = Facts.JSON.arrayNode();
        found.stream()
                .map(told -> {
                    var row = Facts.object().put("number", told.number());
                    return reading.of(told.state(), row) ? row : Facts.object();
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

    private boolean renewal(JsonNode state, ObjectNode row) {
        row.set("number", Facts.text(state, "number", "entitlement/number"));
        row.set("title", product(state.at("/entitlement/product"), Facts.text(state, "title")));
        row.set("department", Facts.text(state, "department", "entitlement/department"));
        row.set("decisionDeadline", Facts.text(state, "decisionDeadline"));
        row.set("termEnd", Facts.text(state, "termEnd"));
        row.set("amount", Facts.money(state, "amount", "entitlement/cost"));
        row.set("decision", Facts.text(state, "decision"));
        row.set("state", Facts.text(state, "state"));
        return !SETTLED.contains(state.path("state").asText());
    }

    /** Only those that do not fit. */
    private boolean licences(JsonNode state, ObjectNode row) {
        row.set("product", product(state.at("/product/id"), Facts.text(state, "product/number", "product/id")));
        row.set("department", Facts.text(state, "department"));
        row.set("metric", Facts.text(state, "metric"));
        row.set("entitled", Facts.number(state, "entitled"));
        row.set("consumed", Facts.number(state, "consumed"));
        row.set("position", Facts.text(state, "status"));
        row.set("trueUp", Facts.money(state, "trueUp"));
        return !row.path("position").asText().equals("COMPLIANT");
    }

    private JsonNode product(JsonNode id, JsonNode otherwise) {
        var label = products.get(id.asText(""));
        return label == null ? otherwise : Facts.JSON.textNode(Facts.shortened(label));
    }

    private static boolean attestation(JsonNode state, ObjectNode row) {
        row.set("department", Facts.text(state, "department"));
        row.set("confirmed", Facts.number(state, "confirmed", "counts/confirmed"));
        row.set("total", Facts.number(state, "total", "counts/total"));
        row.set("closedAt", Facts.text(state, "closedAt"));
        return true;
    }
}
