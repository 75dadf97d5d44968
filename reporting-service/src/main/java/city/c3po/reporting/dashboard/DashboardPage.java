package city.c3po.reporting.dashboard;

import city.c3po.reporting.rendering.Assets;
import city.c3po.reporting.rendering.Cell;
import city.c3po.reporting.rendering.Presentation;
import city.c3po.reporting.rendering.Presentation.Notice;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes the dashboard's page, of a published report and of nothing else. */
@Singleton
class DashboardPage {
    static final String PATH = "/public/dashboard";
    /** More would not fit on a screen; the report has them all. */
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
                KeyFigures.of(model, words),
                said.charts(),
                model.path("recommendations").isArray() ? said.table("recommendations") : null,
                auditLead(model, words),
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
            notices.add(new Notice(
                    "warning",
                    words.say(
                            "report.superseded", String.valueOf(report.outcome().reason()))));
        }
        notices.addAll(said.notices());
        return notices;
    }

    private Dashboard.Dates dates(Report report, Words words) {
        return new Dashboard.Dates(
                words.day(report.cycle().cutOff()),
                words.day(days.of(Objects.requireNonNull(report.outcome().publishedAt()))),
                reports.next()
                        .map(next -> words.day(next.cycle().meetingDate()))
                        .orElse(words.say("dash.nextNone")),
                report.number(),
                address(report, words));
    }

    static String address(Report report, Words words) {
        return PATH + "/reports/" + report.id() + "?lang=" + words.language();
    }

    private static String auditLead(JsonNode model, Words words) {
        long confidential = model.path("recommendationsConfidential").asLong();
        var recommendations = model.path("recommendations");
        var lead = words.say(
                "dash.audit.lead",
                recommendations.size() + confidential,
                count(recommendations, "managementStatus", "CLAIMED_IMPLEMENTED"),
                count(recommendations, "verifiedStatus", "IMPLEMENTED"));
        return confidential == 0 ? lead : lead + " " + words.say("recommendations.confidential", confidential);
    }

    private static long count(JsonNode rows, String member, String word) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path(member).asText().equals(word))
                .count();
    }

    private static Dashboard.Changes changes(JsonNode model, Presentation said, Words words, Report report) {
        var rows = said.table("changes").rows();
        var differences = differences(said, words);
        var different = rows.stream()
                // of what was reported again and is the same there is nothing to say
                .filter(row -> !row.cells().getFirst().value().equals("updated")
                        || row.cells().getLast() != Cell.NOTHING)
                .map(row -> row.cells().stream().map(cell -> cell.shown(words)).toList())
                .toList();
        var items = different.stream()
                // what can be said in figures first
                .sorted(Comparator.comparing(cells -> differences.containsKey(cells.get(2)) ? 0 : 1))
                .limit(MOST_CHANGES)
                .map(cells -> new Dashboard.Change(
                        cells.get(3).equals(NOTHING) ? cells.get(2) : cells.get(3),
                        Stream.of(
                                        cells.get(0),
                                        cells.get(1) + " " + cells.get(2),
                                        differences.getOrDefault(cells.get(2), cells.get(4)))
                                .filter(part -> !part.equals(NOTHING))
                                .collect(Collectors.joining(" \u00b7 "))))
                .toList();
        var lead = model.at("/report/compared").isObject()
                ? rows.isEmpty()
                        ? words.say("dash.changes.empty")
                        : words.say("dash.changes.lead", different.size(), rows.size() - different.size())
                : words.say("dash.changes.first");
        return new Dashboard.Changes(
                lead,
                items,
                rows.size() > items.size() ? words.say("dash.changes.more", rows.size()) : null,
                address(report, words) + "#changes");
    }

    /** By number: what it was and what it is now. */
    private static Map<String, String> differences(Presentation said, Words words) {
        return said.table("items.changes").rows().stream()
                .map(row -> row.cells().stream().map(cell -> cell.shown(words)).toList())
                .filter(cells -> !cells.get(3).equals(NOTHING) && !cells.get(4).equals(NOTHING))
                .collect(Collectors.groupingBy(
                        List::getFirst,
                        Collectors.mapping(
                                cells -> cells.get(2) + ": " + cells.get(3) + " \u2192 " + cells.get(4),
                                Collectors.joining(" \u00b7 "))));
    }

    private List<Dashboard.Archived> archive(Words words) {
        return reports.archive().stream()
                .map(report -> new Dashboard.Archived(
                        report.number(),
                        report.cycle().title(),
                        words.day(report.cycle().meetingDate()),
                        words.day(
                                days.of(Objects.requireNonNull(report.outcome().publishedAt()))),
                        Objects.requireNonNull(report.frozen()).sha256(),
                        remark(report, words),
                        address(report, words),
                        report.reportState() != ReportState.WITHDRAWN))
                .toList();
    }

    private static String remark(Report report, Words words) {
        return switch (report.reportState()) {
            case WITHDRAWN ->
                words.say(
                        "dash.archive.withdrawn",
                        String.valueOf(report.outcome().reason()));
            case SUPERSEDED ->
                words.say(
                        "dash.archive.superseded",
                        String.valueOf(report.outcome().reason()));
            case SCHEDULED, COLLECTING, FROZEN, IN_REVIEW, PUBLISHED, CANCELLED -> "";
        };
    }
}
