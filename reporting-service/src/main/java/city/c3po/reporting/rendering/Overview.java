package city.c3po.reporting.rendering;

import city.c3po.reporting.rendering.Presentation.Section;
import city.c3po.reporting.rendering.Presentation.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.StreamSupport;

/** The report at a glance: key figures, counts, and the roll-forward that proves them. */
final class Overview {
    private static final List<String> FLOWS =
            List.of("opening", "new", "reopened", "entered", "closed", "withdrawn", "left", "closing");

    private final Setting set;

    Overview(Setting set) {
        this.set = set;
    }

    Section summary() {
        var glance = set.model().path("glance");
        var table = set.table("summary", List.of("figure", "amount"));
        set.figure(table, "projects", Cell.Number.of(glance.path("projects").asLong()));
        set.figure(
                table, "initiatives", Cell.Number.of(glance.path("initiatives").asLong()));
        set.figure(table, "red", set.cells().count(glance.at("/byColourReported/RED")));
        set.figure(table, "planned", set.cells().money(glance.at("/cost/planned")));
        set.figure(table, "forecast", set.cells().money(glance.at("/cost/forecast")));
        set.figure(table, "actual", set.cells().money(glance.at("/cost/actual")));
        set.figure(table, "signed", Cell.Number.of(set.model().path("signed").size()));
        set.figure(table, "recommendationsOpen", closing("recommendations"));
        set.figure(
                table,
                "changes",
                Cell.Number.of(set.model().at("/changes/items").size()));
        set.figure(
                table, "decisions", Cell.Number.of(set.model().path("decisions").size()));
        var lead = set.model().at("/report/compared").isObject()
                ? set.words()
                        .say(
                                "summary.lead",
                                glance.path("projects").asInt()
                                        + glance.path("initiatives").asInt(),
                                set.model().at("/changes/items").size(),
                                set.model().at("/report/compared/number").asText())
                : set.words()
                        .say(
                                "summary.first",
                                glance.path("projects").asInt()
                                        + glance.path("initiatives").asInt());
        return new Section(
                "summary", set.words().say("summary.heading"), lead, List.of(), List.of(), List.of(table.built()));
    }

    private Cell closing(String measure) {
        var rows = StreamSupport.stream(set.model().path("rollForward").spliterator(), false)
                .filter(row -> row.path("measure").asText().equals(measure))
                .toList();
        return rows.isEmpty()
                ? Cell.NOT_REPORTED
                : Cell.Number.of(rows.stream()
                        .mapToLong(row -> row.path("closing").asLong())
                        .sum());
    }

    Section glance() {
        var glance = set.model().path("glance");
        var byState = counted("byState", "state", glance.path("byState"));
        var byReported = counted("byColourReported", "colour", glance.path("byColourReported"));
        var charts = new Charts(set.model(), set.words());
        return new Section(
                "glance",
                set.words().say("glance.heading"),
                set.words().say("glance.lead"),
                List.of(charts.stage(byState), charts.colour(byReported)),
                List.of(set.words()
                        .say(
                                "glance.note",
                                glance.path("projectsWithoutActualCost").asInt())),
                List.of(
                        byState,
                        counted("byColourComputed", "colour", glance.path("byColourComputed")),
                        byReported,
                        counted("byDepartment", "department", glance.path("byDepartment"))));
    }

    private Table counted(String id, String kind, JsonNode counts) {
        var table = set.table("glance." + id, List.of(kind, "count"));
        counts.properties()
                .forEach(entry -> table.row(
                        switch (entry.getKey()) {
                            case "NOT_REPORTED" -> Cell.NOT_REPORTED;
                            case String code
                            when kind.equals("department") -> set.cells().department(code);
                            case String word -> new Cell.Term(kind, word);
                        },
                        Cell.Number.of(entry.getValue().asLong())));
        return table.built();
    }

    Section rollForward() {
        var columns = new ArrayList<>(List.of("measure", "department"));
        columns.addAll(FLOWS);
        var table = set.table("rollForward", columns);
        var sums = new LinkedHashMap<String, long[]>();
        for (var row : set.model().path("rollForward")) {
            var line = new ArrayList<Cell>();
            line.add(set.cells().term("measure", row.path("measure")));
            line.add(set.cells().department(row.path("department")));
            var sum = sums.computeIfAbsent(row.path("measure").asText(), any -> new long[FLOWS.size()]);
            for (int n = 0; n < FLOWS.size(); n++) {
                long figure = row.path(FLOWS.get(n)).asLong();
                sum[n] += figure;
                line.add(Cell.Number.of(figure));
            }
            table.row(line.toArray(Cell[]::new));
        }
        sums.forEach((measure, sum) -> {
            var line = new ArrayList<Cell>();
            line.add(new Cell.Term("measure", measure));
            line.add(new Cell.Text(set.words().say("allDepartments")));
            for (long figure : sum) {
                line.add(Cell.Number.of(figure));
            }
            table.total(line.toArray(Cell[]::new));
        });
        return set.section("rollForward", table.built());
    }
}
