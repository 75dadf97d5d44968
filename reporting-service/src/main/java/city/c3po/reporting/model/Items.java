package city.c3po.reporting.model;

import city.c3po.platform.event.Changes;
import city.c3po.reporting.log.Op;
import city.c3po.reporting.model.LogStates.Told;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The projects and initiatives in the mix: where each stands, what it costs, and what became of it since the last report. */
final class Items {
    static final String STATUS_REPORT = "statusReport";
    private static final Set<String> GATE_PASSED = Set.of("OPEN");

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

    private final boolean first;
    private final Map<String, List<Told>> bySubject = new HashMap<>();
    private final Map<String, Told> before = new HashMap<>();
    /** What each project said of itself last, by its id. */
    private final Map<String, JsonNode> said = new HashMap<>();

    private final ArrayNode items = Facts.JSON.arrayNode();

    /**
     * @param first whether there is no report to compare with
     * @param then how what moved since stood when the last report was frozen
     * @param period what was said since, in the order of the log
     */
    Items(boolean first, List<Told> now, List<Told> then, List<Told> period) {
        this.first = first;
        then.forEach(told -> {
            if (told.hasState()) {
                before.put(told.key(), told);
            }
        });
        period.forEach(told ->
                bySubject.computeIfAbsent(told.key(), any -> new ArrayList<>()).add(told));
        now.stream()
                .filter(told -> told.type().equals(STATUS_REPORT))
                .map(Told::state)
                .filter(report -> report.path("state").asText().equals("PUBLISHED"))
                .forEach(report -> said.merge(report.at("/project/id").asText(), report, Items::later));
        now.stream()
                .filter(Told::hasState)
                .filter(this::inTheMix)
                .map(this::item)
                .forEach(items::add);
    }

    private static JsonNode later(JsonNode known, JsonNode next) {
        return next.path("end").asText().compareTo(known.path("end").asText()) < 0 ? known : next;
    }

    ArrayNode all() {
        return items;
    }

    /** Projects that run or ended since the last report, and initiatives that the office has not made projects of. */
    private boolean inTheMix(Told told) {
        var state = told.state();
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
        var state = told.state();
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
        item.set("status", status(told.id()));
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
                        .<ObjectNode>set("planned", planned(state))
                        .<ObjectNode>set("forecast", Facts.money(state, "forecast/cost"))
                        .set("actual", Facts.money(state, "moneyActual/cost", "actual/cost")));
        item.set("rebaselines", Facts.number(state, "baseline/rebaselines"));
        item.set("milestones", milestones(state));
        item.put("since", since(told));
        item.set("changes", itemChanges(told));
        return item;
    }

    private JsonNode status(String project) {
        var report = said.get(project);
        return report == null
                ? NullNode.getInstance()
                : Facts.object()
                        .<ObjectNode>set("summary", Facts.text(report, "summary"))
                        .set("asOf", Facts.text(report, "end"));
    }

    /** A project's plan; what an initiative would cost once, in all years. */
    private static JsonNode planned(JsonNode state) {
        var plan = Facts.money(state, "baseline/current/cost", "budget");
        return plan.isNull()
                ? Facts.sum(StreamSupport.stream(state.at("/cost/oneTime").spliterator(), false)
                        .map(year -> year.path("likely"))
                        .toList())
                : plan;
    }

    /** Milestones where the project has them, its gates where not. */
    private static ArrayNode milestones(JsonNode state) {
        var milestones = Facts.JSON.arrayNode();
        boolean named = !state.path("milestones").isEmpty();
        for (var one : named ? state.path("milestones") : state.path("gates")) {
            var name = named ? Facts.text(one, "name", "title") : Facts.text(one, "gate");
            var word = Facts.text(one, "state");
            var actual = Facts.text(one, "actual");
            boolean done =
                    actual.isTextual() || one.path("done").asBoolean(false) || GATE_PASSED.contains(word.asText(""));
            var milestone = milestones.addObject();
            milestone.set("name", name);
            milestone.set("baseline", Facts.text(one, "baseline"));
            milestone.set("due", Facts.text(one, "forecast", "due"));
            milestone.set("actual", actual);
            milestone.set("state", word);
            milestone.put("done", done);
        }
        return milestones;
    }

    /** new, changed, unchanged and attested, unchanged and stale; null in a first report, which has nothing before it. */
    private @Nullable String since(Told told) {
        if (first) {
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

    private ArrayNode itemChanges(Told told) {
        var changes = Facts.JSON.arrayNode();
        var earlier = before.get(told.key());
        if (earlier == null || !told.hasState()) {
            return changes;
        }
        for (var change : Changes.between(earlier.state(), told.state())) {
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

    /** How many of them were changed, looked after, or left alone. */
    Map<String, Integer> bySince() {
        var bySince = new TreeMap<String, Integer>();
        items.forEach(item -> bySince.merge(word(item.path("since"), "first"), 1, Integer::sum));
        return bySince;
    }
}
