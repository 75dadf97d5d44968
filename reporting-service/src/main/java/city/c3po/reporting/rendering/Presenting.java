package city.c3po.reporting.rendering;

import city.c3po.reporting.rendering.Presentation.Fact;
import city.c3po.reporting.rendering.Presentation.Notice;
import city.c3po.reporting.rendering.Presentation.Section;
import city.c3po.reporting.rendering.Presentation.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.StreamSupport;

/** From the frozen model to what is printed of it. Reads the model leniently: an old one may lack what is new. */
public final class Presenting {
    private static final List<String> FLOWS =
            List.of("opening", "new", "reopened", "entered", "closed", "withdrawn", "left", "closing");

    private final JsonNode model;
    private final Words words;
    private final Cells cells;

    public Presenting(JsonNode model, Words words, ZoneId zone) {
        this.model = model;
        this.words = words;
        this.cells = new Cells(zone);
    }

    /** @param more notices of what became of the report since it was frozen */
    public Presentation present(String sha256, List<Notice> more) {
        var report = model.path("report");
        var notices = new ArrayList<>(more);
        if (!report.path("override").isNull() && !report.path("override").isMissingNode()) {
            notices.add(new Notice(
                    "warning",
                    words.say("report.override", report.at("/override/reason").asText())));
        }
        if (model.path("sampleData").asBoolean()) {
            notices.add(new Notice("info", words.say("sampleData")));
        }
        return new Presentation(
                words,
                report.path("title").asText(),
                words.say(
                        "report.subtitle",
                        words.day(LocalDate.parse(report.path("meetingDate").asText()))),
                report.path("number").asText(),
                report.path("revision").asInt(),
                sha256,
                notices,
                facts(report, sha256),
                List.of(
                        summary(),
                        glance(),
                        items(),
                        rollForward(),
                        signed(),
                        recommendations(),
                        inventory(),
                        risks(),
                        decisions(),
                        changes(),
                        late(),
                        completeness()));
    }

    private List<Fact> facts(JsonNode report, String sha256) {
        var facts = new ArrayList<Fact>();
        facts.add(fact(
                "number",
                new Cell.Text(report.path("number").asText() + " \u00b7 "
                        + words.say("report.revision", report.path("revision").asInt()))));
        facts.add(fact("body", new Cell.Term("body", report.path("body").asText())));
        facts.add(fact("meetingDate", cells.day(report.path("meetingDate"))));
        facts.add(fact("agendaItem", cells.text(report.path("agendaItem"))));
        facts.add(fact("cutOff", cells.day(report.path("cutOffDate"))));
        facts.add(fact("frozenAt", cells.moment(report.path("frozenAt"))));
        facts.add(fact(
                "compared",
                report.path("compared").isObject()
                        ? new Cell.Text(report.at("/compared/number").asText())
                        : new Cell.Text(words.say("report.first"))));
        facts.add(fact("sha256", new Cell.Text(sha256)));
        facts.add(fact(
                "previousSha256",
                model.at("/chain/previous").isObject()
                        ? new Cell.Text(model.at("/chain/previous/sha256").asText())
                        : Cell.NOTHING));
        return facts;
    }

    private Fact fact(String name, Cell cell) {
        return new Fact(words.say("fact." + name), cell);
    }

    private Section summary() {
        var glance = model.path("glance");
        var table = table("summary", List.of("figure", "amount"));
        figure(table, "projects", Cell.Number.of(glance.path("projects").asLong()));
        figure(table, "initiatives", Cell.Number.of(glance.path("initiatives").asLong()));
        figure(table, "red", cells.count(glance.at("/byColourReported/RED")));
        figure(table, "planned", cells.money(glance.at("/cost/planned")));
        figure(table, "forecast", cells.money(glance.at("/cost/forecast")));
        figure(table, "actual", cells.money(glance.at("/cost/actual")));
        figure(table, "signed", Cell.Number.of(model.path("signed").size()));
        figure(table, "recommendationsOpen", closing("recommendations"));
        figure(table, "changes", Cell.Number.of(model.at("/changes/items").size()));
        figure(table, "decisions", Cell.Number.of(model.path("decisions").size()));
        var lead = model.at("/report/compared").isObject()
                ? words.say(
                        "summary.lead",
                        glance.path("projects").asInt()
                                + glance.path("initiatives").asInt(),
                        model.at("/changes/items").size(),
                        model.at("/report/compared/number").asText())
                : words.say(
                        "summary.first",
                        glance.path("projects").asInt()
                                + glance.path("initiatives").asInt());
        return new Section("summary", words.say("summary.heading"), lead, List.of(), List.of(table.built()));
    }

    private Cell closing(String measure) {
        var rows = StreamSupport.stream(model.path("rollForward").spliterator(), false)
                .filter(row -> row.path("measure").asText().equals(measure))
                .toList();
        return rows.isEmpty()
                ? Cell.NOT_REPORTED
                : Cell.Number.of(rows.stream()
                        .mapToLong(row -> row.path("closing").asLong())
                        .sum());
    }

    private void figure(TableRows table, String name, Cell cell) {
        table.row(new Cell.Text(words.say("figure." + name)), cell);
    }

    private Section glance() {
        var glance = model.path("glance");
        return new Section(
                "glance",
                words.say("glance.heading"),
                words.say("glance.lead"),
                List.of(words.say(
                        "glance.note", glance.path("projectsWithoutActualCost").asInt())),
                List.of(
                        counted("byState", "state", glance.path("byState")),
                        counted("byColourComputed", "colour", glance.path("byColourComputed")),
                        counted("byColourReported", "colour", glance.path("byColourReported")),
                        counted("byDepartment", "department", glance.path("byDepartment"))));
    }

    private Table counted(String id, String kind, JsonNode counts) {
        var table = table("glance." + id, List.of(kind, "count"));
        counts.properties()
                .forEach(entry -> table.row(
                        switch (entry.getKey()) {
                            case "NOT_REPORTED" -> Cell.NOT_REPORTED;
                            // a code is a name, not a word
                            case String code when kind.equals("department") -> new Cell.Text(code);
                            case String word -> new Cell.Term(kind, word);
                        },
                        Cell.Number.of(entry.getValue().asLong())));
        return table.built();
    }

    private Section items() {
        var standing = table(
                "items.standing", List.of("number", "title", "department", "state", "computed", "reported", "since"));
        var money = table("items.money", List.of("number", "planned", "forecast", "actual", "originalCost"));
        var time = table(
                "items.time",
                List.of("number", "finishOriginal", "finishCurrent", "finishForecast", "finishActual", "rebaselines"));
        var milestones = table("items.milestones", List.of("number", "milestone", "due", "milestoneState"));
        var changed = table("items.changes", List.of("number", "what", "from", "to"));
        for (var item : model.path("items")) {
            var number = cells.text(item.path("number"));
            standing.row(
                    number,
                    cells.text(item.path("title")),
                    cells.text(item.path("department")),
                    cells.term("state", item.path("state")),
                    cells.term("colour", item.at("/colour/computed")),
                    cells.term("colour", item.at("/colour/reported")),
                    item.path("since").isTextual() ? cells.term("since", item.path("since")) : Cell.NOTHING);
            money.row(
                    number,
                    cells.money(item.at("/cost/planned")),
                    cells.money(item.at("/cost/forecast")),
                    cells.money(item.at("/cost/actual")),
                    cells.money(item.at("/cost/original")));
            time.row(
                    number,
                    cells.day(item.at("/finish/original")),
                    cells.day(item.at("/finish/current")),
                    cells.day(item.at("/finish/forecast")),
                    cells.day(item.at("/finish/actual")),
                    cells.number(item.path("rebaselines")));
            for (var milestone : item.path("milestones")) {
                milestones.row(
                        number,
                        cells.text(milestone.path("name")),
                        cells.day(milestone.path("due")),
                        milestone.path("done").asBoolean()
                                ? new Cell.Term("milestone", "DONE")
                                : cells.term("milestone", milestone.path("state")));
            }
            for (var change : item.path("changes")) {
                changed.row(
                        number,
                        new Cell.Path(change.path("path").asText()),
                        plain(change.path("path").asText(), change.path("from")),
                        plain(change.path("path").asText(), change.path("to")));
            }
        }
        return new Section(
                "items",
                words.say("items.heading"),
                words.say("items.lead"),
                List.of(words.say("items.note")),
                List.of(standing.built(), money.built(), time.built(), milestones.built(), changed.built()));
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
                ? cells.term("state", value)
                : path.startsWith("/colour/") ? cells.term("colour", value) : cells.day(value);
    }

    private Section rollForward() {
        var columns = new ArrayList<>(List.of("measure", "department"));
        columns.addAll(FLOWS);
        var table = table("rollForward", columns);
        var sums = new LinkedHashMap<String, long[]>();
        for (var row : model.path("rollForward")) {
            var line = new ArrayList<Cell>();
            line.add(cells.term("measure", row.path("measure")));
            line.add(cells.text(row.path("department")));
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
            line.add(new Cell.Text(words.say("allDepartments")));
            for (long figure : sum) {
                line.add(Cell.Number.of(figure));
            }
            table.total(line.toArray(Cell[]::new));
        });
        return section("rollForward", table);
    }

    private Section signed() {
        var table = table("signed", List.of("number", "title", "project", "signing", "signedAt", "seats"));
        for (var one : model.path("signed")) {
            table.row(
                    cells.text(one.path("number")),
                    cells.text(one.path("title")),
                    cells.text(one.path("project")),
                    cells.term("signing", one.path("what")),
                    cells.moment(one.path("at")),
                    cells.number(one.path("seats")));
        }
        return section("signed", table);
    }

    private Section recommendations() {
        var table = table(
                "recommendations",
                List.of("recommendation", "finding", "solution", "managementStatus", "verifiedStatus", "evidence"));
        for (var one : model.path("recommendations")) {
            table.row(
                    cells.number(one.path("number")),
                    cells.text(one.path("finding")),
                    cells.text(one.path("solution")),
                    cells.term("managementStatus", one.path("managementStatus")),
                    cells.term("verifiedStatus", one.path("verifiedStatus")),
                    evidence(one.path("evidence")));
        }
        return section("recommendations", notReportedWhenNull(table, model.path("recommendations")));
    }

    private Cell evidence(JsonNode evidence) {
        return evidence.path("denominator").isNumber()
                ? new Cell.Text(words.say(
                        "evidence.share",
                        evidence.path("numerator").decimalValue(),
                        evidence.path("denominator").decimalValue()))
                : Cell.NOT_REPORTED;
    }

    private Section inventory() {
        var quality =
                table("inventory.quality", List.of("department", "index", "completeness", "freshness", "uniqueness"));
        for (var one : model.at("/inventory/quality")) {
            quality.row(
                    cells.text(one.path("department")),
                    cells.number(one.path("index")),
                    cells.number(one.path("completeness")),
                    cells.number(one.path("freshness")),
                    cells.number(one.path("uniqueness")));
        }
        var renewals = table(
                "inventory.renewals", List.of("number", "title", "decisionDeadline", "termEnd", "amount", "decision"));
        for (var one : model.at("/inventory/renewals")) {
            renewals.row(
                    cells.text(one.path("number")),
                    cells.text(one.path("title")),
                    cells.day(one.path("decisionDeadline")),
                    cells.day(one.path("termEnd")),
                    cells.money(one.path("amount")),
                    cells.term("decision", one.path("decision")));
        }
        return section(
                "inventory",
                notReportedWhenNull(quality, model.at("/inventory/quality")),
                notReportedWhenNull(renewals, model.at("/inventory/renewals")));
    }

    private Section risks() {
        var table = table("risks", List.of("number", "title", "project", "exposure", "response", "state"));
        for (var one : model.path("risks")) {
            table.row(
                    cells.text(one.path("number")),
                    cells.text(one.path("title")),
                    cells.text(one.path("project")),
                    cells.term("exposure", one.path("exposure")),
                    cells.text(one.path("response")),
                    cells.term("state", one.path("state")));
        }
        return section("risks", notReportedWhenNull(table, model.path("risks")));
    }

    private Section decisions() {
        var table = table("decisions", List.of("number", "asked"));
        for (var one : model.path("decisions")) {
            table.row(
                    one.path("number").isTextual() ? cells.text(one.path("number")) : Cell.NOTHING,
                    cells.text(one.path("title")));
        }
        return section("decisions", table);
    }

    private Section changes() {
        var table = table("changes", List.of("op", "type", "number", "title", "paths"));
        for (var one : model.at("/changes/items")) {
            var paths = StreamSupport.stream(one.path("paths").spliterator(), false)
                    .map(path -> words.path(path.asText(), false))
                    .distinct()
                    .toList();
            table.row(
                    cells.term("op", one.path("op")),
                    cells.term("type", one.path("type")),
                    one.path("number").isTextual() ? cells.text(one.path("number")) : cells.text(one.path("id")),
                    one.path("title").isTextual() ? cells.text(one.path("title")) : Cell.NOTHING,
                    paths.isEmpty() ? Cell.NOTHING : new Cell.Text(String.join(", ", paths)));
        }
        return section("changes", table);
    }

    private Section late() {
        var table = table("late", List.of("why", "number", "title", "fact", "occurredAt", "recordedAt"));
        for (var one : model.path("late")) {
            table.row(
                    cells.term("late", one.path("why")),
                    cells.text(one.path("number")),
                    cells.text(one.path("title")),
                    cells.term("factName", one.path("fact")),
                    cells.moment(one.path("occurredAt")),
                    cells.moment(one.path("recordedAt")));
        }
        return section("late", table);
    }

    private Section completeness() {
        var completeness = model.path("completeness");
        var sources = table("completeness.sources", List.of("source", "watermark", "gaps"));
        for (var one : completeness.path("sources")) {
            sources.row(
                    cells.term("source", one.path("service")),
                    cells.moment(one.path("watermark")),
                    cells.number(one.path("gaps")));
        }
        var measures = table("completeness.measures", List.of("figure", "amount"));
        for (var name : List.of(
                "unchangedAttested",
                "unchangedStale",
                "events",
                "medianDaysToReport",
                "mostDaysToReport",
                "openGaps")) {
            figure(measures, name, cells.number(completeness.path(name)));
        }
        return section("completeness", sources.built(), measures.built());
    }

    private Section section(String id, TableRows table) {
        return section(id, table.built());
    }

    private Section section(String id, Table... tables) {
        return new Section(id, words.say(id + ".heading"), words.say(id + ".lead"), List.of(), List.of(tables));
    }

    /** Null is not the same as none: then nobody has told. */
    private Table notReportedWhenNull(TableRows table, JsonNode value) {
        return value.isArray() ? table.built() : table.notReported();
    }

    private TableRows table(String id, List<String> columns) {
        return new TableRows(words, id, columns);
    }
}
