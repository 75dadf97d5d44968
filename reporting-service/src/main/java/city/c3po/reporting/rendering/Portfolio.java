package city.c3po.reporting.rendering;

import city.c3po.reporting.rendering.Presentation.Section;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Where each project and initiative stands, what it costs, when it ends, and what changed. */
final class Portfolio {
    private final Setting set;

    Portfolio(Setting set) {
        this.set = set;
    }

    Section items() {
        var standing = set.table(
                "items.standing", List.of("number", "title", "department", "state", "computed", "reported", "since"));
        var colours = set.table("items.colours", List.of("number", "title", "computed", "reported", "colourReason"));
        var reports = set.table("items.reports", List.of("number", "title", "reportedOn", "says"));
        var money =
                set.table("items.money", List.of("number", "title", "planned", "forecast", "actual", "originalCost"));
        var time = set.table(
                "items.time",
                List.of(
                        "number",
                        "title",
                        "finishOriginal",
                        "finishCurrent",
                        "finishForecast",
                        "finishActual",
                        "rebaselines"));
        var milestones = set.table(
                "items.milestones", List.of("number", "title", "milestone", "milestonePlan", "due", "milestoneState"));
        var changed = set.table("items.changes", List.of("number", "title", "what", "from", "to"));
        for (var item : set.model().path("items")) {
            var number = set.cells().text(item.path("number"));
            var title = set.cells().text(item.path("title"));
            standing.row(
                    number,
                    title,
                    set.cells().department(item.path("department")),
                    set.cells().term("state", item.path("state")),
                    set.cells().term("colour", item.at("/colour/computed")),
                    set.cells().term("colour", item.at("/colour/reported")),
                    item.path("since").isTextual() ? set.cells().term("since", item.path("since")) : Cell.NOTHING);
            if (diverges(item)) {
                colours.row(
                        number,
                        title,
                        set.cells().term("colour", item.at("/colour/computed")),
                        set.cells().term("colour", item.at("/colour/reported")),
                        set.cells().text(item.path("colourReason")));
            }
            if (item.at("/status/summary").isTextual()) {
                reports.row(
                        number,
                        title,
                        set.cells().day(item.at("/status/asOf")),
                        set.cells().text(item.at("/status/summary")));
            }
            money.row(
                    number,
                    title,
                    set.cells().money(item.at("/cost/planned")),
                    set.cells().money(item.at("/cost/forecast")),
                    set.cells().money(item.at("/cost/actual")),
                    set.cells().money(item.at("/cost/original")));
            time.row(
                    number,
                    title,
                    set.cells().day(item.at("/finish/original")),
                    set.cells().day(item.at("/finish/current")),
                    set.cells().day(item.at("/finish/forecast")),
                    set.cells().day(item.at("/finish/actual")),
                    set.cells().number(item.path("rebaselines")));
            for (var milestone : item.path("milestones")) {
                milestones.row(
                        number,
                        title,
                        set.cells().text(milestone.path("name")),
                        set.cells().day(milestone.path("baseline")),
                        set.cells().day(milestone.path("due")),
                        reached(milestone));
            }
            for (var change : item.path("changes")) {
                changed.row(
                        number,
                        title,
                        new Cell.Path(change.path("path").asText()),
                        plain(change.path("path").asText(), change.path("from")),
                        plain(change.path("path").asText(), change.path("to")));
            }
        }
        var costs = money.built();
        var dates = time.built();
        var charts = new Charts(set.model(), set.words());
        return new Section(
                "items",
                set.words().say("items.heading"),
                set.words().say("items.lead"),
                List.of(charts.timeline(dates), charts.money(costs)),
                List.of(set.words().say("items.note")),
                List.of(
                        standing.built(),
                        any("/colour/reported") ? colours.built() : colours.notReported(),
                        any("/status/summary") ? reports.built() : reports.notReported(),
                        costs,
                        dates,
                        milestones.built(),
                        changed.built()));
    }

    private boolean any(String pointer) {
        return StreamSupport.stream(set.model().path("items").spliterator(), false)
                .anyMatch(item -> item.at(pointer).isTextual());
    }

    /** What the project says is not what its figures say, or there is a reason for its colour. */
    private static boolean diverges(JsonNode item) {
        var computed = item.at("/colour/computed");
        var reported = item.at("/colour/reported");
        return item.path("colourReason").isTextual()
                || (computed.isTextual() && reported.isTextual() && !computed.equals(reported));
    }

    /** When it was reached; else in which state it is. */
    private Cell reached(JsonNode milestone) {
        if (milestone.path("actual").isTextual()) {
            return set.cells().day(milestone.path("actual"));
        }
        return milestone.path("done").asBoolean()
                ? new Cell.Term("milestone", "DONE")
                : set.cells().term("milestone", milestone.path("state"));
    }

    /** Of a member that changed: its old or new value; of one that is a list, nothing. */
    private Cell plain(String path, JsonNode value) {
        if (value.isNumber()) {
            return path.endsWith("/amount")
                    ? new Cell.Money(value.decimalValue(), "USD")
                    : new Cell.Number(value.decimalValue());
        }
        if (!value.isTextual()) {
            return Cell.NOTHING;
        }
        return path.equals("/state")
                ? set.cells().term("state", value)
                : path.startsWith("/colour/")
                        ? set.cells().term("colour", value)
                        : set.cells().day(value);
    }
}
