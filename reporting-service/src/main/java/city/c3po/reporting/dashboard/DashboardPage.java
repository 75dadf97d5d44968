package city.c3po.reporting.dashboard;

import city.c3po.reporting.dashboard.Dashboard.Chart;
import city.c3po.reporting.rendering.Assets;
import city.c3po.reporting.rendering.Cell;
import city.c3po.reporting.rendering.Presentation;
import city.c3po.reporting.rendering.Presentation.Notice;
import city.c3po.reporting.rendering.Presentation.Table;
import city.c3po.reporting.rendering.Presenting;
import city.c3po.reporting.rendering.Words;
import city.c3po.reporting.report.CityDays;
import city.c3po.reporting.report.Printing;
import city.c3po.reporting.report.Report;
import city.c3po.reporting.report.ReportState;
import city.c3po.reporting.report.Reports;
import city.c3po.reporting.report.Revisions;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the dashboard's page, of a published report and of nothing else. */
@Singleton
class DashboardPage {
    static final String PATH = "/public/dashboard";
    /** More would not fit on a screen; the report has them all. */
    private static final int MOST_BARS = 20;

    private static final int MOST_CHANGES = 12;
    private static final String NOTHING = Cell.NOTHING.shown(Words.in("en"));
    /** A report may be late by so much before the page says so. */
    private static final int GRACE_DAYS = 14;

    private final Reports reports;
    private final Revisions revisions;
    private final CityDays days;
    private final InstantSource clock;
    private final Template template;

    DashboardPage(
            Reports reports,
            Revisions revisions,
            CityDays days,
            InstantSource clock,
            @Location("dashboard.html") Template template) {
        this.reports = reports;
        this.revisions = revisions;
        this.days = days;
        this.clock = clock;
        this.template = template;
    }

    /** @param asOf an instant of the past; null for now */
    String html(Words words, @Nullable Instant asOf) {
        var now = clock.instant();
        var shown = asOf == null ? reports.shown(null) : reports.shownAt(asOf);
        var dashboard = shown.map(report -> full(report, words, asOf, now)).orElseGet(() -> empty(words, asOf));
        return template.data("d", dashboard).data("css", Assets.CSS).render();
    }

    private Dashboard empty(Words words, @Nullable Instant asOf) {
        var text = asOf == null
                ? words.say("dash.empty.text")
                : words.say("dash.empty.past", words.moment(asOf, days.zone()));
        return new Dashboard(
                words,
                languages(words, asOf),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                "",
                null,
                archive(words),
                new Dashboard.Empty(words.say("dash.empty.heading"), text));
    }

    private Dashboard full(Report report, Words words, @Nullable Instant asOf, Instant now) {
        var frozen = report.requireFigures();
        var model = Printing.read(
                revisions.of(report.id(), frozen.revision()).orElseThrow().model());
        var said = new Presenting(model, words, days.zone()).present(frozen.sha256(), List.of());
        return new Dashboard(
                words,
                languages(words, asOf),
                notices(report, said, words, asOf, now),
                dates(report, words),
                figures(model, words),
                charts(model, said, words, report),
                model.path("recommendations").isArray() ? table(said, "recommendations") : null,
                words.say("dash.audit.lead", model.path("recommendations").size()),
                changes(model, said, words, report),
                archive(words),
                null);
    }

    private static List<Dashboard.Language> languages(Words words, @Nullable Instant asOf) {
        return Words.LANGUAGES.stream()
                .map(code -> new Dashboard.Language(
                        code,
                        Words.in(code).say("language.name"),
                        code.equals(words.language())
                                ? null
                                : PATH + "?lang=" + code + (asOf == null ? "" : "&asOf=" + asOf)))
                .toList();
    }

    private List<Notice> notices(Report report, Presentation said, Words words, @Nullable Instant asOf, Instant now) {
        var notices = new ArrayList<Notice>();
        if (asOf != null) {
            notices.add(new Notice(
                    "info", words.say("dash.past", words.moment(asOf, days.zone()), words.say("dash.latest"))));
        } else {
            var expected = report.cycle()
                    .meetingDate()
                    .plusMonths(report.cycle().months())
                    .plusDays(GRACE_DAYS);
            if (days.of(now).isAfter(expected)) {
                notices.add(new Notice(
                        "warning",
                        words.say(
                                "dash.stale",
                                ChronoUnit.DAYS.between(report.cycle().cutOff(), days.of(now)))));
            }
        }
        if (report.reportState() == ReportState.SUPERSEDED) {
            notices.add(new Notice("warning", words.say("report.superseded", String.valueOf(report.reason()))));
        }
        notices.addAll(said.notices());
        return notices;
    }

    private Dashboard.Dates dates(Report report, Words words) {
        return new Dashboard.Dates(
                words.day(report.cycle().cutOff()),
                words.day(days.of(Objects.requireNonNull(report.publishedAt()))),
                reports.next()
                        .map(next -> words.day(next.cycle().meetingDate()))
                        .orElse(words.say("dash.nextNone")),
                report.number(),
                address(report, words));
    }

    static String address(Report report, Words words) {
        return PATH + "/reports/" + report.id() + "?lang=" + words.language();
    }

    private static List<Dashboard.Figure> figures(JsonNode model, Words words) {
        var glance = model.path("glance");
        long all = glance.path("projects").asLong() + glance.path("initiatives").asLong();
        var figures = new ArrayList<Dashboard.Figure>();
        figures.add(new Dashboard.Figure(words.number(all), words.say("dash.projects"), false));
        figures.add(
                anyColour(glance)
                        ? new Dashboard.Figure(
                                words.number(
                                        glance.at("/byColourReported/GREEN").asLong()),
                                words.say("dash.onTrack"),
                                false)
                        : absent("dash.onTrack", words));
        figures.add(money(glance.at("/cost/planned"), "dash.planned", words));
        figures.add(money(glance.at("/cost/actual"), "dash.actual", words));
        figures.add(
                model.path("recommendations").isArray()
                        ? new Dashboard.Figure(words.number(open(model)), words.say("dash.recommendations"), false)
                        : absent("dash.recommendations", words));
        return figures;
    }

    private static long open(JsonNode model) {
        long open = 0;
        for (var row : model.path("rollForward")) {
            if (row.path("measure").asText().equals("recommendations")) {
                open += row.path("closing").asLong();
            }
        }
        return open;
    }

    private static boolean anyColour(JsonNode glance) {
        return List.of("GREEN", "AMBER", "RED").stream()
                .anyMatch(colour -> glance.at("/byColourReported/" + colour).asLong() > 0);
    }

    private static Dashboard.Figure money(JsonNode money, String label, Words words) {
        return money.path("amount").isNumber()
                ? new Dashboard.Figure(
                        words.money(
                                money.path("amount").decimalValue(),
                                money.path("currency").asText("USD")),
                        words.say(label),
                        false)
                : absent(label, words);
    }

    private static Dashboard.Figure absent(String label, Words words) {
        return new Dashboard.Figure(words.say("notReported"), words.say(label), true);
    }

    private List<Chart> charts(JsonNode model, Presentation said, Words words, Report report) {
        var glance = model.path("glance");
        long all = glance.path("projects").asLong() + glance.path("initiatives").asLong();
        long projects = glance.path("projects").asLong();
        long silent = glance.at("/byColourReported/NOT_REPORTED").asLong();
        var stages = stages(glance.path("byState"), words);
        var colours = colours(glance.path("byColourReported"), words);
        var spans = spans(model.path("items"));
        var money = costs(model.path("items"), words);
        return List.of(
                new Chart(
                        "stage",
                        words.say("dash.stage.heading"),
                        words.say("dash.stage.lead", all),
                        stages.isEmpty() ? null : Bars.svg(words.say("chart.stage"), stages),
                        words.say("dash.stage.empty"),
                        null,
                        table(said, "glance.byState"),
                        true),
                new Chart(
                        "colour",
                        words.say("dash.colour.heading"),
                        words.say(
                                "dash.colour.lead",
                                glance.at("/byColourReported/GREEN").asLong(),
                                projects,
                                silent),
                        anyColour(glance) ? Bars.svg(words.say("chart.colour"), colours) : null,
                        words.say("dash.colour.empty"),
                        null,
                        table(said, "glance.byColourReported"),
                        true),
                new Chart(
                        "timeline",
                        words.say("dash.timeline.heading"),
                        words.say("dash.timeline.lead"),
                        spans.isEmpty()
                                ? null
                                : new Timeline(spans, report.cycle().cutOff(), words).svg(words.say("chart.timeline")),
                        words.say("dash.timeline.empty"),
                        null,
                        table(said, "items.time"),
                        false),
                new Chart(
                        "money",
                        words.say("dash.money.heading"),
                        words.say(
                                "dash.money.lead",
                                glance.path("projectsWithoutActualCost").asLong()),
                        money.isEmpty() ? null : Bars.svg(words.say("chart.money"), money),
                        words.say("dash.money.empty"),
                        new Dashboard.Legend(words.say("chart.planned"), words.say("chart.actual")),
                        table(said, "items.money"),
                        false));
    }

    private static List<Bars.Bar> stages(JsonNode counts, Words words) {
        var bars = new ArrayList<Bars.Bar>();
        counts.properties()
                .forEach(entry -> bars.add(Bars.Bar.of(
                        entry.getKey().equals("NOT_REPORTED")
                                ? words.term("colour", "NOT_REPORTED")
                                : words.term("state", entry.getKey()),
                        entry.getValue().asDouble(),
                        words.number(entry.getValue().asLong()),
                        "bar")));
        bars.sort((one, other) -> Double.compare(other.value(), one.value()));
        return bars;
    }

    private static List<Bars.Bar> colours(JsonNode counts, Words words) {
        var bars = new ArrayList<Bars.Bar>();
        for (var colour : List.of("GREEN", "AMBER", "RED")) {
            bars.add(Bars.Bar.of(
                    words.term("colour", colour),
                    counts.path(colour).asDouble(),
                    words.number(counts.path(colour).asLong()),
                    "c-" + colour.toLowerCase(Locale.ROOT)));
        }
        bars.add(Bars.Bar.of(
                words.term("colour", "NOT_REPORTED"),
                counts.path("NOT_REPORTED").asDouble(),
                words.number(counts.path("NOT_REPORTED").asLong()),
                "c-none"));
        return bars;
    }

    private static List<Timeline.Span> spans(JsonNode items) {
        var spans = new ArrayList<Timeline.Span>();
        for (var item : items) {
            var start = day(item.path("start"));
            var finish = day(item.at("/finish/current"));
            if (start.isPresent() && finish.isPresent() && !finish.get().isBefore(start.get())) {
                var colour = item.at("/colour/reported").asText("none").toLowerCase(Locale.ROOT);
                spans.add(new Timeline.Span(
                        name(item), start.get(), finish.get(), colour.equals("null") ? "c-none" : "c-" + colour));
            }
        }
        spans.sort((one, other) -> one.finish().compareTo(other.finish()));
        return spans.subList(0, Math.min(MOST_BARS, spans.size()));
    }

    private static Optional<LocalDate> day(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(LocalDate.parse(value.textValue())) : Optional.empty();
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static List<Bars.Bar> costs(JsonNode items, Words words) {
        var bars = new ArrayList<Bars.Bar>();
        for (var item : items) {
            var planned = item.at("/cost/planned/amount");
            var actual = item.at("/cost/actual/amount");
            if (item.path("kind").asText().equals("project") && planned.isNumber()) {
                bars.add(new Bars.Bar(
                        name(item),
                        planned.asDouble(),
                        words.money(planned.decimalValue(), "USD"),
                        "bar",
                        actual.isNumber() ? actual.asDouble() : 0,
                        actual.isNumber() ? words.money(actual.decimalValue(), "USD") : words.say("notReported")));
            }
        }
        bars.sort((one, other) -> Double.compare(other.value(), one.value()));
        return bars.subList(0, Math.min(MOST_BARS, bars.size()));
    }

    private static String name(JsonNode item) {
        return item.path("title").isTextual()
                ? item.path("title").asText()
                : item.path("number").asText();
    }

    private static Table table(Presentation said, String id) {
        return said.sections().stream()
                .flatMap(section -> section.tables().stream())
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Dashboard.Changes changes(JsonNode model, Presentation said, Words words, Report report) {
        var rows = table(said, "changes").rows();
        var items = rows.stream()
                .limit(MOST_CHANGES)
                .map(row -> row.cells().stream().map(cell -> cell.shown(words)).toList())
                .map(cells -> new Dashboard.Change(
                        cells.get(3),
                        Stream.of(cells.get(0), cells.get(1) + " " + cells.get(2), cells.get(4))
                                .filter(part -> !part.equals(NOTHING))
                                .collect(Collectors.joining(" \u00b7 "))))
                .toList();
        var lead = model.at("/report/compared").isObject()
                ? rows.isEmpty()
                        ? words.say("dash.changes.empty")
                        : words.say("dash.changes.lead", BigDecimal.valueOf(rows.size()))
                : words.say("dash.changes.first");
        return new Dashboard.Changes(
                lead,
                items,
                rows.size() > MOST_CHANGES ? words.say("dash.changes.more", rows.size()) : null,
                address(report, words) + "#changes");
    }

    private List<Dashboard.Archived> archive(Words words) {
        return reports.archive().stream()
                .map(report -> new Dashboard.Archived(
                        report.number(),
                        report.cycle().title(),
                        words.day(report.cycle().meetingDate()),
                        words.day(days.of(Objects.requireNonNull(report.publishedAt()))),
                        Objects.requireNonNull(report.frozen()).sha256(),
                        remark(report, words),
                        address(report, words),
                        report.reportState() != ReportState.WITHDRAWN))
                .toList();
    }

    private static String remark(Report report, Words words) {
        return switch (report.reportState()) {
            case WITHDRAWN -> words.say("dash.archive.withdrawn", String.valueOf(report.reason()));
            case SUPERSEDED -> words.say("dash.archive.superseded", String.valueOf(report.reason()));
            case SCHEDULED, COLLECTING, FROZEN, IN_REVIEW, PUBLISHED, CANCELLED -> "";
        };
    }
}
