package city.c3po.reporting.model;

import city.c3po.platform.event.Changes;
import city.c3po.reporting.log.Op;
import city.c3po.reporting.model.LogStates.Told;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
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
    private static final Set<String> NO_RISK = Set.of("CLOSED", "REJECTED", "WITHDRAWN", "EXPIRED");
    private static final Set<String> GATE_PASSED = Set.of("OPEN");

    private final Occasion occasion;
    private final List<Told> now;
    private final List<Told> period;
    private final Map<String, List<Told>> bySubject = new HashMap<>();
    private final Map<String, JsonNode> before = new HashMap<>();
    private final ArrayNode items = Facts.JSON.arrayNode();

    /**
     * @param then how what moved since stood when the last report was frozen
     * @param period what was said since, in the order of the log
     */
    Sections(Occasion occasion, List<Told> now, List<Told> then, List<Told> period) {
        this.occasion = occasion;
        this.now = now;
        this.period = period;
        then.forEach(told -> {
            if (told.state() != null) {
                before.put(told.key(), told.state());
            }
        });
        period.forEach(told ->
                bySubject.computeIfAbsent(told.key(), any -> new ArrayList<>()).add(told));
        now.stream()
                .filter(told -> told.state() != null)
                .filter(this::inTheMix)
                .map(this::item)
                .forEach(items::add);
    }

    ArrayNode items() {
        return items;
    }

    /** Projects that run or ended since the last report, and initiatives that the office has not made projects of. */
    private boolean inTheMix(Told told) {
        var state = told.state();
        if (state == null) {
            return false;
        }
        return switch (told.type()) {
            case "project" -> Measure.PROJECTS.phase(state) == Measure.Phase.OPEN || bySubject.containsKey(told.key());
            case "initiative" ->
                state.path("triage").path("outcome").asText().equals("MAJOR")
                        && (Measure.INITIATIVES.phase(state) == Measure.Phase.OPEN
                                || Measure.INITIATIVES.phase(state) != Measure.Phase.CLOSED
                                        && bySubject.containsKey(told.key()));
            default -> false;
        };
    }

    private ObjectNode item(Told told) {
        var state = told.state() == null ? NullNode.getInstance() : told.state();
        var item = Facts.object()
                .put("kind", told.type())
                .put("id", told.id())
                .put("number", told.number())
                .put("href", told.href());
        item.set("title", Facts.text(state, "title"));
        item.set("department", Facts.text(state, "sponsoringDepartment", "department"));
        item.set("program", Facts.reference(state, "program"));
        item.set("state", Facts.text(state, "state"));
        item.set("tier", Facts.text(state, "tier", "triage/outcome"));
        item.set("approach", Facts.text(state, "approach"));
        item.set(
                "colour",
                Facts.object()
                        .<ObjectNode>set("computed", Facts.colour(state, "colour/computed"))
                        .set("reported", Facts.colour(state, "colour/reported")));
        item.set("colourReason", Facts.text(state, "colour/reason"));
        item.set("start", Facts.text(state, "start"));
        item.set(
                "finish",
                Facts.object()
                        .<ObjectNode>set("original", Facts.text(state, "baseline/original/finish"))
                        .<ObjectNode>set("current", Facts.text(state, "baseline/current/finish", "finish"))
                        .<ObjectNode>set("forecast", Facts.text(state, "forecast/finish"))
                        .set("actual", Facts.text(state, "actual/finish")));
        item.set(
                "cost",
                Facts.object()
                        .<ObjectNode>set("original", Facts.money(state, "baseline/original/cost"))
                        .<ObjectNode>set(
                                "planned",
                                Facts.money(state, "baseline/current/cost", "budget", "cost/oneTime/0/likely"))
                        .<ObjectNode>set("forecast", Facts.money(state, "forecast/cost"))
                        .set("actual", Facts.money(state, "actual/cost")));
        item.set("rebaselines", Facts.number(state, "baseline/rebaselines"));
        item.set("milestones", milestones(state));
        item.put("since", since(told));
        item.set("changes", itemChanges(told));
        return item;
    }

    /** Milestones where the project has them, its gates where not. */
    private static ArrayNode milestones(JsonNode state) {
        var milestones = Facts.JSON.arrayNode();
        boolean named = !state.path("milestones").isEmpty();
        for (var one : named ? state.path("milestones") : state.path("gates")) {
            var name = named ? Facts.text(one, "name", "title") : Facts.text(one, "gate");
            var word = Facts.text(one, "state");
            boolean done = one.path("done").asBoolean(false) || GATE_PASSED.contains(word.asText(""));
            var milestone = milestones.addObject();
            milestone.set("name", name);
            milestone.set("due", Facts.text(one, "due"));
            milestone.set("baseline", Facts.text(one, "baseline"));
            milestone.set("state", word);
            milestone.put("done", done);
        }
        return milestones;
    }

    /** new, changed, unchanged and attested, unchanged and stale; null in a first report, which has nothing before it. */
    private @Nullable String since(Told told) {
        if (occasion.compared() == null) {
            return null;
        }
        var said = bySubject.getOrDefault(told.key(), List.of());
        if (said.stream().anyMatch(line -> line.op() == Op.CREATED)) {
            return "new";
        }
        if (said.isEmpty()) {
            return "unchangedStale";
        }
        return itemChanges(told).isEmpty() ? "unchangedAttested" : "changed";
    }

    /** What of an item the committee would notice: its state, its dates, its money, its colour. */
    private static final List<String> NOTICED = List.of(
            "/state",
            "/title",
            "/start",
            "/finish",
            "/colour",
            "/baseline",
            "/forecast",
            "/actual",
            "/budget",
            "/milestones",
            "/gates",
            "/tier",
            "/approach",
            "/sponsoringDepartment",
            "/program");

    private ArrayNode itemChanges(Told told) {
        var changes = Facts.JSON.arrayNode();
        var earlier = before.get(told.key());
        if (earlier == null || told.state() == null) {
            return changes;
        }
        for (var change : Changes.between(earlier, told.state())) {
            if (NOTICED.stream()
                    .anyMatch(
                            path -> change.path().equals(path) || change.path().startsWith(path + "/"))) {
                changes.addObject()
                        .put("path", change.path())
                        .<ObjectNode>set("from", plain(change.from()))
                        .set("to", plain(change.to()));
            }
        }
        return changes;
    }

    /** A text or a number as it is; of lists and objects only that they changed. */
    private static JsonNode plain(JsonNode value) {
        if (value.isTextual()) {
            return Facts.JSON.textNode(Facts.shortened(value.asText()));
        }
        return value.isNumber() || value.isBoolean() ? value : NullNode.getInstance();
    }

    ObjectNode glance() {
        var byState = new TreeMap<String, Integer>();
        var byComputed = new TreeMap<String, Integer>();
        var byReported = new TreeMap<String, Integer>();
        var byDepartment = new TreeMap<String, Integer>();
        int projects = 0;
        int initiatives = 0;
        int withoutMoney = 0;
        for (var item : items) {
            byState.merge(word(item.path("state"), "NOT_REPORTED"), 1, Integer::sum);
            byDepartment.merge(word(item.path("department"), Measure.NO_DEPARTMENT), 1, Integer::sum);
            if (item.path("kind").asText().equals("project")) {
                projects++;
                byComputed.merge(word(item.at("/colour/computed"), "NOT_REPORTED"), 1, Integer::sum);
                byReported.merge(word(item.at("/colour/reported"), "NOT_REPORTED"), 1, Integer::sum);
                withoutMoney += item.at("/cost/actual").isNull() ? 1 : 0;
            } else {
                initiatives++;
            }
        }
        var glance = Facts.object().put("projects", projects).put("initiatives", initiatives);
        glance.set("byState", ReportModel.counts(byState));
        glance.set("byColourComputed", ReportModel.counts(byComputed));
        glance.set("byColourReported", ReportModel.counts(byReported));
        glance.set("byDepartment", ReportModel.counts(byDepartment));
        glance.set(
                "cost",
                Facts.object()
                        .<ObjectNode>set("planned", Facts.sum(costs("planned")))
                        .<ObjectNode>set("forecast", Facts.sum(costs("forecast")))
                        .set("actual", Facts.sum(costs("actual"))));
        glance.put("projectsWithoutActualCost", withoutMoney);
        return glance;
    }

    private static String word(JsonNode text, String otherwise) {
        return text.isTextual() ? text.textValue() : otherwise;
    }

    private List<JsonNode> costs(String kind) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("kind").asText().equals("project"))
                .map(item -> item.at("/cost/" + kind))
                .toList();
    }

    /** Commitments and acceptances, in the order in which they were signed. */
    ArrayNode signed() {
        var signed = Facts.JSON.arrayNode();
        for (var told : period) {
            var what = told.eventType() == null ? null : SIGNINGS.get(told.eventType());
            if (what != null && told.state() != null) {
                var one = signed.addObject().put("number", told.number()).put("href", told.href());
                one.set("title", Facts.text(told.state(), "title"));
                one.set("project", Facts.reference(told.state(), "project"));
                one.put("what", what).put("at", told.occurredAt().toString());
                one.put(
                        "seats",
                        told.state().path("seats").isArray()
                                ? Integer.valueOf(told.state().path("seats").size())
                                : null);
                one.set("contentHash", Facts.text(told.state(), "contentHash"));
            }
        }
        return signed;
    }

    /** As the city prints them: number, finding, solution, status; with what was verified and what is measured. */
    JsonNode recommendations() {
        var found = ofType("recommendation");
        if (found.isEmpty()) {
            return NullNode.getInstance();
        }
        var rows = Facts.JSON.arrayNode();
        found.stream()
                .sorted(Comparator.comparing((Told told) -> told.state() == null
                                ? 0
                                : told.state().path("ordinal").asInt(Integer.MAX_VALUE))
                        .thenComparing(Told::key))
                .forEach(told -> {
                    var state = told.state() == null ? NullNode.getInstance() : told.state();
                    var row = rows.addObject().put("href", told.href());
                    row.set("number", Facts.number(state, "ordinal"));
                    row.put("reference", told.number());
                    row.set("area", Facts.text(state, "area"));
                    row.set("finding", Facts.text(state, "finding", "title", "text"));
                    row.set("solution", Facts.text(state, "solution"));
                    row.set("department", Facts.text(state, "department", "lead"));
                    row.set("managementStatus", Facts.text(state, "managementStatus"));
                    row.set("verifiedStatus", Facts.text(state, "verifiedStatus"));
                    row.set("target", Facts.text(state, "targetDate", "due"));
                    row.set("evidence", evidence(state));
                });
        return rows;
    }

    /** A control's measure: how many of how many, and the target. */
    private static JsonNode evidence(JsonNode state) {
        var measure = state.path("evidence").path("measure");
        if (!measure.path("denominator").isNumber()) {
            return NullNode.getInstance();
        }
        var evidence = Facts.object();
        evidence.set("what", Facts.text(measure, "name"));
        evidence.set("numerator", Facts.number(measure, "numerator"));
        evidence.set("denominator", Facts.number(measure, "denominator"));
        evidence.set("target", Facts.number(measure, "target"));
        evidence.set("asOf", Facts.text(measure, "asOf"));
        return evidence;
    }

    ObjectNode inventory() {
        var inventory = Facts.object();
        var quality = ofType("inventoryQuality");
        if (quality.isEmpty()) {
            inventory.putNull("quality");
        } else {
            var rows = inventory.putArray("quality");
            for (var told : quality) {
                var state = told.state() == null ? NullNode.getInstance() : told.state();
                var row = rows.addObject();
                row.set("department", Facts.text(state, "department", "source"));
                row.set("index", Facts.number(state, "index"));
                row.set("completeness", Facts.number(state, "completeness"));
                row.set("freshness", Facts.number(state, "freshness"));
                row.set("uniqueness", Facts.number(state, "uniqueness"));
            }
        }
        var renewals = ofType("renewal");
        if (renewals.isEmpty()) {
            inventory.putNull("renewals");
        } else {
            var rows = inventory.putArray("renewals");
            for (var told : renewals) {
                var state = told.state() == null ? NullNode.getInstance() : told.state();
                var row = rows.addObject().put("number", told.number());
                row.set("title", Facts.text(state, "title", "product/number"));
                row.set("department", Facts.text(state, "department"));
                row.set("decisionDeadline", Facts.text(state, "decisionDeadline"));
                row.set("termEnd", Facts.text(state, "termEnd"));
                row.set("amount", Facts.money(state, "amount"));
                row.set("decision", Facts.text(state, "decision"));
            }
        }
        return inventory;
    }

    JsonNode risks() {
        var found = ofType("risk");
        if (found.isEmpty()) {
            return NullNode.getInstance();
        }
        var rows = Facts.JSON.arrayNode();
        for (var told : found) {
            var state = told.state() == null ? NullNode.getInstance() : told.state();
            if (!NO_RISK.contains(state.path("state").asText())) {
                var row = rows.addObject().put("number", told.number());
                row.set("title", Facts.text(state, "title"));
                row.set("project", Facts.reference(state, "project"));
                row.set("exposure", Facts.text(state, "exposure", "level"));
                row.set("score", Facts.number(state, "score"));
                row.set("response", Facts.text(state, "response"));
                row.set("state", Facts.text(state, "state"));
            }
        }
        return rows;
    }

    /** What the office asks of the committee in its own words, and what stands open as a decision. */
    ArrayNode decisions() {
        var decisions = Facts.JSON.arrayNode();
        occasion.decisionsAsked()
                .forEach(asked -> decisions.addObject().putNull("number").put("title", asked));
        for (var told : ofType("decision")) {
            var state = told.state() == null ? NullNode.getInstance() : told.state();
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
            if ((corrected || belated) && told.state() != null) {
                var one = late.addObject()
                        .put("why", corrected ? "corrected" : "late")
                        .put("type", told.type())
                        .put("number", told.number())
                        .put("fact", fact(told))
                        .put("occurredAt", told.occurredAt().toString())
                        .put("recordedAt", told.recordedAt().toString());
                one.set("title", Facts.text(told.state(), "title", "name", "finding"));
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
        var bySince = new TreeMap<String, Integer>();
        items.forEach(item -> bySince.merge(word(item.path("since"), "first"), 1, Integer::sum));
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
                .filter(told -> told.type().equals(type) && told.state() != null)
                .toList();
    }
}
