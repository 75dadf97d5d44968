package city.c3po.reporting.model;

import city.c3po.reporting.log.Op;
import city.c3po.reporting.model.LogStates.Told;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sections of a report, from how everything stands at its end and from what was said since the last one. */
final class Sections {
    private static final Map<String, String> SIGNINGS = Map.of(
            "city.c3po.charter.committed.v1", "committed",
            "city.c3po.charter.amended.v1", "amended",
            "city.c3po.charter.accepted.v1", "accepted",
            "city.c3po.charter.acceptedWithExceptions.v1", "acceptedWithExceptions",
            "city.c3po.charter.notAccepted.v1", "notAccepted");
    private static final Set<String> ASKED = Set.of("ASKED", "REQUESTED", "PROPOSED", "PENDING", "DOCKETED");
    private static final Set<String> NO_RISK = Set.of("OCCURRED", "CLOSED", "REJECTED", "WITHDRAWN", "EXPIRED");

    static final String BENEFIT = "benefit";

    private final Occasion occasion;
    private final List<Told> now;
    private final List<Told> period;
    private final Items items;

    /** @param period what was said since the last report, in the order of the log */
    Sections(Occasion occasion, Items items, List<Told> now, List<Told> period) {
        this.occasion = occasion;
        this.items = items;
        this.now = now;
        this.period = period;
    }

    /** Commitments and acceptances, in the order in which they were signed. */
    ArrayNode signed() {
        var signed = Facts.JSON.arrayNode();
        for (var told : period) {
            var what = told.eventType() == null ? null : SIGNINGS.get(told.eventType());
            if (what != null && told.hasState()) {
                var state = told.state();
                var one = signed.addObject().put("number", told.number()).put("href", told.href());
                one.set("title", Facts.text(state, "title"));
                one.set("project", Facts.reference(state, "project"));
                one.put("what", what).put("at", told.occurredAt().toString());
                one.put(
                        "seats",
                        state.path("seats").isArray()
                                ? Integer.valueOf(state.path("seats").size())
                                : null);
                one.set("contentHash", Facts.text(state, "contentHash"));
            }
        }
        return signed;
    }

    JsonNode recommendations() {
        return Recommendations.rows(ofType("recommendation"));
    }

    /** How many there are that nobody may name. */
    int confidentialRecommendations() {
        return (int) ofType("recommendation").stream().filter(Told::withheld).count();
    }

    /** @param products by id, as people say them */
    ObjectNode inventory(Map<String, String> products) {
        return new Inventory(now, products).all();
    }

    /** The open ones, the worst first. */
    JsonNode risks() {
        var found = ofType("risk");
        if (found.isEmpty()) {
            return NullNode.getInstance();
        }
        var rows = new ArrayList<ObjectNode>();
        for (var told : found) {
            var state = told.state();
            if (!NO_RISK.contains(state.path("state").asText())) {
                var row = Facts.object().put("number", told.number());
                row.set("title", Facts.text(state, "title", "text/title"));
                row.set("cause", Facts.text(state, "cause", "text/cause"));
                row.set("event", Facts.text(state, "event", "text/event", "title"));
                row.set("effect", Facts.text(state, "effect", "text/effect"));
                row.set("project", Facts.reference(state, "project"));
                row.set("exposure", Facts.text(state, "exposure", "level", "band", "current/band"));
                row.set("score", Facts.number(state, "score", "score/current", "current/score"));
                row.set("response", Facts.text(state, "response", "response/kind", "response/strategy"));
                row.set("state", Facts.text(state, "state"));
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparing((ObjectNode row) -> row.path("score").decimalValue())
                .reversed()
                .thenComparing(row -> row.path("number").asText()));
        return Facts.JSON.arrayNode().addAll(rows);
    }

    /** What projects promised to make better, and how far they have come. */
    JsonNode benefits() {
        var found = ofType(BENEFIT);
        if (found.isEmpty()) {
            return NullNode.getInstance();
        }
        var rows = Facts.JSON.arrayNode();
        for (var told : found) {
            var state = told.state();
            var row = rows.addObject().put("number", told.number());
            row.set("title", Facts.text(state, "title", "text/title"));
            row.set("measure", Facts.text(state, "measure", "text/measure"));
            row.set("unit", Facts.text(state, "unit", "text/unit"));
            row.set("baseline", Facts.number(state, "baseline", "text/baseline"));
            row.set("target", Facts.number(state, "target", "text/target"));
            row.set("due", Facts.text(state, "due", "text/due"));
            row.set("project", Facts.reference(state, "project"));
            row.set("reached", Facts.number(state, "reached/value"));
            row.set("realised", Facts.money(state, "realised"));
            row.set("state", Facts.text(state, "state"));
        }
        return rows;
    }

    /** What the office asks of the committee in its own words, and what stands open as a decision. */
    ArrayNode decisions() {
        var decisions = Facts.JSON.arrayNode();
        occasion.decisionsAsked()
                .forEach(asked -> decisions.addObject().putNull("number").put("title", asked));
        for (var told : ofType("decision")) {
            var state = told.state();
            if (ASKED.contains(state.path("state").asText())) {
                decisions.addObject().put("number", told.number()).set("title", Facts.text(state, "title", "question"));
            }
        }
        return decisions;
    }

    /** What happened before the last report's cut-off and came after it was frozen, and what was corrected since. */
    ArrayNode late() {
        var late = Facts.JSON.arrayNode();
        var compared = occasion.compared();
        if (compared == null) {
            return late;
        }
        for (var told : period) {
            boolean corrected = told.op() == Op.CORRECTED;
            boolean belated = told.eventType() != null && !told.occurredAt().isAfter(compared.cutOff());
            if ((corrected || belated) && told.hasState() && !told.withheld()) {
                var one = late.addObject()
                        .put("why", corrected ? "corrected" : "late")
                        .put("type", told.type())
                        .put("number", told.number())
                        .put("fact", fact(told))
                        .put("occurredAt", told.occurredAt().toString())
                        .put("recordedAt", told.recordedAt().toString());
                one.set("title", Facts.text(told.state(), "title", "text/title", "name", "finding"));
            }
        }
        return late;
    }

    private static @Nullable String fact(Told told) {
        var type = told.eventType();
        if (type == null) {
            return null;
        }
        var parts = type.split("\\.");
        return parts[parts.length - 2];
    }

    /** What the report says of itself: how much was looked after, and how old its news is. */
    void honesty(ObjectNode completeness) {
        var bySince = items.bySince();
        completeness.put("unchangedAttested", bySince.getOrDefault("unchangedAttested", 0));
        completeness.put("unchangedStale", bySince.getOrDefault("unchangedStale", 0));
        var ages = period.stream()
                .filter(told -> told.eventType() != null)
                .map(told -> ReportModel.days(told.occurredAt(), occasion.frozenAt()))
                .sorted()
                .toList();
        completeness.put("events", ages.size());
        completeness.put("medianDaysToReport", ages.isEmpty() ? null : ages.get((ages.size() - 1) / 2));
        completeness.put("mostDaysToReport", ages.isEmpty() ? null : ages.getLast());
        completeness.put("openGaps", (int)
                now.stream().filter(told -> told.op() == Op.GAP).count());
    }

    private List<Told> ofType(String type) {
        return now.stream()
                .filter(told -> told.type().equals(type) && told.hasState())
                .toList();
    }

    /** By what they are, for the list of changes. */
    Set<String> withheld() {
        return now.stream().filter(Told::withheld).map(Told::key).collect(Collectors.toUnmodifiableSet());
    }
}
