package city.c3po.reporting.rendering;

import city.c3po.reporting.rendering.Presentation.Column;
import city.c3po.reporting.rendering.Presentation.Fact;
import city.c3po.reporting.rendering.Presentation.Notice;
import city.c3po.reporting.rendering.Presentation.Row;
import city.c3po.reporting.rendering.Presentation.Section;
import city.c3po.reporting.rendering.Presentation.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** From the frozen model to what is printed of it. Reads the model leniently: an old one may lack what is new. */
public final class Presenting {
    private static final List<String> FLOWS =
            List.of("opening", "new", "reopened", "entered", "closed", "withdrawn", "left", "closing");

    private final JsonNode model;
    private final Words words;
    private final ZoneId zone;

    public Presenting(JsonNode model, Words words, ZoneId zone) {
        this.model = model;
        this.words = words;
        this.zone = zone;
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
        facts.add(fact("meetingDate", day(report.path("meetingDate"))));
        facts.add(fact("agendaItem", text(report.path("agendaItem"))));
        facts.add(fact("cutOff", day(report.path("cutOffDate"))));
        facts.add(fact("frozenAt", moment(report.path("frozenAt"))));
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
        figure(table, "red", count(glance.at("/byColourReported/RED")));
        figure(table, "planned", money(glance.at("/cost/planned")));
        figure(table, "forecast", money(glance.at("/cost/forecast")));
        figure(table, "actual", money(glance.at("/cost/actual")));
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

    private void figure(Building table, String name, Cell cell) {
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
            var number = text(item.path("number"));
            standing.row(
                    number,
                    text(item.path("title")),
                    text(item.path("department")),
                    term("state", item.path("state")),
                    term("colour", item.at("/colour/computed")),
                    term("colour", item.at("/colour/reported")),
                    item.path("since").isTextual() ? term("since", item.path("since")) : Cell.NOTHING);
            money.row(
                    number,
                    money(item.at("/cost/planned")),
                    money(item.at("/cost/forecast")),
                    money(item.at("/cost/actual")),
                    money(item.at("/cost/original")));
            time.row(
                    number,
                    day(item.at("/finish/original")),
                    day(item.at("/finish/current")),
                    day(item.at("/finish/forecast")),
                    day(item.at("/finish/actual")),
                    number(item.path("rebaselines")));
            for (var milestone : item.path("milestones")) {
                milestones.row(
                        number,
                        text(milestone.path("name")),
                        day(milestone.path("due")),
                        milestone.path("done").asBoolean()
                                ? new Cell.Term("milestone", "DONE")
                                : term("milestone", milestone.path("state")));
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
                ? term("state", value)
                : path.startsWith("/colour/") ? term("colour", value) : day(value);
    }

    private Section rollForward() {
        var columns = new ArrayList<>(List.of("measure", "department"));
        columns.addAll(FLOWS);
        var table = table("rollForward", columns);
        var sums = new LinkedHashMap<String, long[]>();
        for (var row : model.path("rollForward")) {
            var cells = new ArrayList<Cell>();
            cells.add(term("measure", row.path("measure")));
            cells.add(text(row.path("department")));
            var sum = sums.computeIfAbsent(row.path("measure").asText(), any -> new long[FLOWS.size()]);
            for (int n = 0; n < FLOWS.size(); n++) {
                long figure = row.path(FLOWS.get(n)).asLong();
                sum[n] += figure;
                cells.add(Cell.Number.of(figure));
            }
            table.row(cells.toArray(Cell[]::new));
        }
        sums.forEach((measure, sum) -> {
            var cells = new ArrayList<Cell>();
            cells.add(new Cell.Term("measure", measure));
            cells.add(new Cell.Text(words.say("allDepartments")));
            for (long figure : sum) {
                cells.add(Cell.Number.of(figure));
            }
            table.total(cells.toArray(Cell[]::new));
        });
        return section("rollForward", table);
    }

    private Section signed() {
        var table = table("signed", List.of("number", "title", "project", "signing", "signedAt", "seats"));
        for (var one : model.path("signed")) {
            table.row(
                    text(one.path("number")),
                    text(one.path("title")),
                    text(one.path("project")),
                    term("signing", one.path("what")),
                    moment(one.path("at")),
                    number(one.path("seats")));
        }
        return section("signed", table);
    }

    private Section recommendations() {
        var table = table(
                "recommendations",
                List.of("recommendation", "finding", "solution", "managementStatus", "verifiedStatus", "evidence"));
        for (var one : model.path("recommendations")) {
            table.row(
                    number(one.path("number")),
                    text(one.path("finding")),
                    text(one.path("solution")),
                    term("managementStatus", one.path("managementStatus")),
                    term("verifiedStatus", one.path("verifiedStatus")),
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
                    text(one.path("department")),
                    number(one.path("index")),
                    number(one.path("completeness")),
                    number(one.path("freshness")),
                    number(one.path("uniqueness")));
        }
        var renewals = table(
                "inventory.renewals", List.of("number", "title", "decisionDeadline", "termEnd", "amount", "decision"));
        for (var one : model.at("/inventory/renewals")) {
            renewals.row(
                    text(one.path("number")),
                    text(one.path("title")),
                    day(one.path("decisionDeadline")),
                    day(one.path("termEnd")),
                    money(one.path("amount")),
                    term("decision", one.path("decision")));
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
                    text(one.path("number")),
                    text(one.path("title")),
                    text(one.path("project")),
                    term("exposure", one.path("exposure")),
                    text(one.path("response")),
                    term("state", one.path("state")));
        }
        return section("risks", notReportedWhenNull(table, model.path("risks")));
    }

    private Section decisions() {
        var table = table("decisions", List.of("number", "asked"));
        for (var one : model.path("decisions")) {
            table.row(
                    one.path("number").isTextual() ? text(one.path("number")) : Cell.NOTHING, text(one.path("title")));
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
                    term("op", one.path("op")),
                    term("type", one.path("type")),
                    one.path("number").isTextual() ? text(one.path("number")) : text(one.path("id")),
                    one.path("title").isTextual() ? text(one.path("title")) : Cell.NOTHING,
                    paths.isEmpty() ? Cell.NOTHING : new Cell.Text(String.join(", ", paths)));
        }
        return section("changes", table);
    }

    private Section late() {
        var table = table("late", List.of("why", "number", "title", "fact", "occurredAt", "recordedAt"));
        for (var one : model.path("late")) {
            table.row(
                    term("late", one.path("why")),
                    text(one.path("number")),
                    text(one.path("title")),
                    term("factName", one.path("fact")),
                    moment(one.path("occurredAt")),
                    moment(one.path("recordedAt")));
        }
        return section("late", table);
    }

    private Section completeness() {
        var completeness = model.path("completeness");
        var sources = table("completeness.sources", List.of("source", "watermark", "gaps"));
        for (var one : completeness.path("sources")) {
            sources.row(term("source", one.path("service")), moment(one.path("watermark")), number(one.path("gaps")));
        }
        var measures = table("completeness.measures", List.of("figure", "amount"));
        for (var name : List.of(
                "unchangedAttested",
                "unchangedStale",
                "events",
                "medianDaysToReport",
                "mostDaysToReport",
                "openGaps")) {
            figure(measures, name, number(completeness.path(name)));
        }
        return section("completeness", sources.built(), measures.built());
    }

    private Section section(String id, Building table) {
        return section(id, table.built());
    }

    private Section section(String id, Table... tables) {
        return new Section(id, words.say(id + ".heading"), words.say(id + ".lead"), List.of(), List.of(tables));
    }

    /** Null is not the same as none: then nobody has told. */
    private Table notReportedWhenNull(Building table, JsonNode value) {
        return value.isArray() ? table.built() : table.notReported();
    }

    private Building table(String id, List<String> columns) {
        return new Building(id, columns);
    }

    private Cell text(JsonNode value) {
        return value.isTextual() ? new Cell.Text(value.textValue()) : Cell.NOT_REPORTED;
    }

    private Cell term(String kind, JsonNode value) {
        return value.isTextual() ? new Cell.Term(kind, value.textValue()) : Cell.NOT_REPORTED;
    }

    private Cell number(JsonNode value) {
        return value.isNumber() ? new Cell.Number(value.decimalValue()) : Cell.NOT_REPORTED;
    }

    private Cell count(JsonNode value) {
        return value.isNumber() ? new Cell.Number(value.decimalValue()) : new Cell.Number(BigDecimal.ZERO);
    }

    private Cell money(JsonNode value) {
        return value.path("amount").isNumber()
                ? new Cell.Money(
                        value.path("amount").decimalValue(),
                        value.path("currency").asText("USD"))
                : Cell.NOT_REPORTED;
    }

    /** Another service's date: one that is none is shown as it came. */
    private Cell day(JsonNode value) {
        try {
            return value.isTextual() ? new Cell.Day(LocalDate.parse(value.textValue())) : Cell.NOT_REPORTED;
        } catch (DateTimeParseException e) {
            return new Cell.Text(value.textValue());
        }
    }

    private Cell moment(JsonNode value) {
        try {
            return value.isTextual() ? new Cell.Moment(Instant.parse(value.textValue()), zone) : Cell.NOT_REPORTED;
        } catch (DateTimeParseException e) {
            return new Cell.Text(value.textValue());
        }
    }

    /** A table, row by row. */
    private final class Building {
        private final String id;
        private final List<String> columns;
        private final List<Row> rows = new ArrayList<>();

        Building(String id, List<String> columns) {
            this.id = id;
            this.columns = columns;
        }

        void row(Cell... cells) {
            rows.add(new Row(List.of(cells), false));
        }

        void total(Cell... cells) {
            rows.add(new Row(List.of(cells), true));
        }

        Table built() {
            return table(rows.isEmpty() ? words.say("none") : null);
        }

        Table notReported() {
            return table(words.say("notReported"));
        }

        /** All that is said in it is a number. */
        private boolean numeric(int place) {
            var said = rows.stream()
                    .map(row -> row.cells().get(place))
                    .filter(cell -> !(cell instanceof Cell.NotReported || cell instanceof Cell.Nothing))
                    .toList();
            return !said.isEmpty() && said.stream().allMatch(Cell::numeric);
        }

        private Table table(@Nullable String empty) {
            var headings = new ArrayList<Column>();
            for (int n = 0; n < columns.size(); n++) {
                int place = n;
                headings.add(new Column(columns.get(n), words.say("col." + columns.get(n)), numeric(place)));
            }
            return new Table(id, words.say("table." + id), headings, rows, empty);
        }
    }
}
