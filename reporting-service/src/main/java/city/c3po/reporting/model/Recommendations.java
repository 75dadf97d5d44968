package city.c3po.reporting.model;

import city.c3po.reporting.model.LogStates.Told;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Comparator;
import java.util.List;

/**
 * The audit recommendations as the city prints them: number, finding, solution, status; with what was verified and what
 * is measured. Confidential ones are counted elsewhere and are not here.
 */
final class Recommendations {
    private Recommendations() {}

    private record Read(Told told, JsonNode state) {}

    /** @return null when nobody has told of one */
    static JsonNode rows(List<Told> told) {
        if (told.isEmpty()) {
            return NullNode.getInstance();
        }
        var recommendations =
                told.stream().map(one -> new Read(one, one.state())).toList();
        var rows = Facts.JSON.arrayNode();
        // ordinals begin anew with each audit
        boolean several = recommendations.stream()
                        .map(one -> one.state().path("audit").path("id").asText(""))
                        .distinct()
                        .count()
                > 1;
        recommendations.stream()
                .filter(one -> !one.told().withheld())
                .sorted(Comparator.comparing((Read one) ->
                                one.state().path("audit").path("number").asText(""))
                        .thenComparing(one -> one.state().path("ordinal").asInt(Integer.MAX_VALUE))
                        .thenComparing(one -> one.told().key()))
                .forEach(one -> rows.add(row(one.told(), one.state(), several)));
        return rows;
    }

    private static JsonNode row(Told told, JsonNode state, boolean several) {
        var row = Facts.object().put("href", told.href());
        row.set("number", several ? NullNode.getInstance() : Facts.number(state, "ordinal"));
        row.put("reference", told.number());
        row.set("audit", Facts.reference(state, "audit"));
        row.set("area", Facts.text(state, "area"));
        row.set("finding", Facts.text(state, "finding", "title", "recommendation", "text"));
        row.set("solution", Facts.text(state, "solution"));
        row.set("department", Facts.text(state, "leadDepartment", "department", "lead"));
        row.set("managementStatus", Facts.text(state, "managementStatus"));
        row.set("managementStatusLabel", Facts.text(state, "managementStatusLabel"));
        row.set("asReported", asReported(state.path("asReported")));
        row.set("verifiedStatus", Facts.text(state, "verifiedStatus"));
        row.set("target", Facts.text(state, "targetDate/current", "targetDate", "due"));
        row.set("targetOriginal", Facts.text(state, "targetDate/original"));
        row.set("evidence", evidence(state.path("evidence")));
        return row;
    }

    /** A status of an older document, which nobody has claimed here. */
    private static JsonNode asReported(JsonNode reported) {
        if (!reported.isObject()) {
            return NullNode.getInstance();
        }
        var row = Facts.object();
        row.set("status", Facts.text(reported, "status"));
        row.set("asOf", Facts.text(reported, "asOf"));
        row.set("document", Facts.text(reported, "document", "document/title", "document/number"));
        return row;
    }

    /** A control's measure: how many of how many, and the target. */
    private static JsonNode evidence(JsonNode evidence) {
        var measure = evidence.path("measure");
        if (!measure.path("denominator").isNumber() && !measure.path("value").isNumber()) {
            return NullNode.getInstance();
        }
        var row = Facts.object();
        row.set("what", Facts.text(evidence, "control", "control/title", "measure/name"));
        row.set("numerator", Facts.number(measure, "numerator"));
        row.set("denominator", Facts.number(measure, "denominator"));
        row.set("value", Facts.number(measure, "value"));
        row.set("target", Facts.number(measure, "target"));
        row.set("asOf", Facts.text(evidence, "measuredAt", "measure/asOf"));
        return row;
    }
}
