package city.c3po.reporting.model;

import city.c3po.platform.event.CompleteThrough;
import city.c3po.reporting.changes.NetChanges;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A report, made of the log up to its head.
 *
 * @param json its canonical form
 * @param sha256 of that, in hexadecimal
 * @param standings what is open at its end, for the next report
 * @param unbalanced rows of the roll-forward that do not add up; a report with one is not published
 */
public record ReportModel(
        String json, String sha256, List<RollForward.Standing> standings, List<RollForward.Row> unbalanced) {
    /** What a report tells of. Reference data and single assets are told to machines only. */
    public static final List<String> TYPES = List.of(
            "initiative",
            "project",
            "program",
            "product",
            "charter",
            "audit",
            "recommendation",
            "risk",
            "decision",
            Inventory.RENEWAL,
            Inventory.QUALITY,
            Inventory.LICENCES,
            Inventory.ATTESTATION,
            "policy",
            "lesson",
            Items.STATUS_REPORT,
            Sections.BENEFIT);

    /** What is in a project's state too, or is read beside it: printed as it stands, and no news of its own. */
    private static final Set<String> BESIDE = Set.of(Items.STATUS_REPORT, Sections.BENEFIT);

    private static final List<String> SAID =
            TYPES.stream().filter(type -> !BESIDE.contains(type)).toList();

    /** What is measured again and again is printed as it stands; that it was measured is no change to tell. */
    private static final List<String> CHANGING = SAID.stream()
            .filter(type -> !Set.of(Inventory.QUALITY, Inventory.LICENCES).contains(type))
            .toList();

    private static final int EDITION = 2;

    public ReportModel {
        standings = List.copyOf(standings);
        unbalanced = List.copyOf(unbalanced);
    }

    /**
     * @param before what the report that this one is compared with printed; null for the first
     * @param then what was open when that report was frozen
     * @param complete how far the sources were known when this one was frozen
     */
    public static ReportModel of(
            Connection connection,
            Occasion occasion,
            @Nullable JsonNode before,
            Collection<RollForward.Standing> then,
            CompleteThrough.Standing complete)
            throws SQLException {
        var log = new LogStates(connection);
        var now = log.at(occasion.head(), TYPES);
        var period = log.between(occasion.base(), occasion.head(), SAID);
        var earlier = log.at(occasion.base(), period);
        var rollForward = rollForward(before, then, earlier, period);
        var standings = new ArrayList<RollForward.Standing>();
        for (var measure : Measure.values()) {
            standings.addAll(rollForward.close(measure, of(now, measure.type())));
        }
        var items = new Items(occasion.compared() == null, now, earlier, period);
        var sections = new Sections(occasion, items, now, period);

        var model = Facts.object();
        model.put("edition", EDITION);
        model.set("report", report(occasion));
        model.set("chain", Facts.object().set("previous", earlier(occasion.previous())));
        model.put(
                "sampleData",
                now.stream().anyMatch(told -> told.state().path("sampleData").asBoolean()));
        model.set("departments", departments(log.departments(occasion.head())));
        model.set("glance", items.glance());
        model.set("items", items.all());
        model.set("signed", sections.signed());
        model.set("recommendations", sections.recommendations());
        model.put("recommendationsConfidential", sections.confidentialRecommendations());
        model.set("inventory", sections.inventory(log.products(occasion.head())));
        model.set("risks", sections.risks());
        model.set("benefits", sections.benefits());
        model.set("decisions", sections.decisions());
        model.set("rollForward", rows(rollForward));
        model.set("changes", changes(connection, occasion, sections.withheld()));
        model.set("late", sections.late());
        model.set("completeness", completeness(complete, sections));
        var json = Canonical.of(model);
        return new ReportModel(json, Canonical.sha256(json), standings, rollForward.unbalanced());
    }

    /** Names by code, so that a report can be read when a department has long been renamed. */
    private static ObjectNode departments(Map<String, String> names) {
        var departments = Facts.object();
        names.forEach((code, name) -> departments.put(code, Facts.shortened(name)));
        return departments;
    }

    private static List<LogStates.Told> of(List<LogStates.Told> told, String type) {
        return told.stream().filter(one -> one.type().equals(type)).toList();
    }

    private static RollForward rollForward(
            @Nullable JsonNode before,
            Collection<RollForward.Standing> then,
            List<LogStates.Told> earlier,
            List<LogStates.Told> period) {
        var rollForward = new RollForward();
        if (before != null) {
            rollForward.open(before.path("rollForward"));
        }
        for (var measure : Measure.values()) {
            rollForward.remember(measure, of(earlier, measure.type()));
        }
        rollForward.remember(then);
        for (var measure : Measure.values()) {
            of(period, measure.type()).forEach(told -> rollForward.move(measure, told));
        }
        return rollForward;
    }

    private static ObjectNode report(Occasion occasion) {
        var report = Facts.object()
                .put("id", occasion.id().toString())
                .put("number", occasion.number())
                .put("revision", occasion.revision())
                .put("href", "/v1/reports/" + occasion.id())
                .put("body", occasion.body())
                .put("title", occasion.title())
                .put("cutOff", occasion.cutOff().toString())
                .put("cutOffDate", occasion.cutOffDate().toString())
                .put("meetingDate", occasion.meetingDate().toString())
                .put("agendaItem", occasion.agendaItem())
                .put("frozenAt", occasion.frozenAt().toString())
                .put("head", occasion.head());
        // who said so is in the journal; the public is told why
        var override = occasion.override();
        report.set(
                "override",
                override == null ? Facts.JSON.nullNode() : Facts.object().put("reason", override));
        report.set("compared", earlier(occasion.compared()));
        return report;
    }

    private static JsonNode earlier(Occasion.@Nullable Earlier earlier) {
        return earlier == null
                ? Facts.JSON.nullNode()
                : Facts.object()
                        .put("id", earlier.id().toString())
                        .put("number", earlier.number())
                        .put("revision", earlier.revision())
                        .put("head", earlier.head())
                        .put("meetingDate", earlier.meetingDate().toString())
                        .put("sha256", earlier.sha256());
    }

    private static ArrayNode rows(RollForward rollForward) {
        var rows = Facts.JSON.arrayNode();
        for (var row : rollForward.rows()) {
            rows.addObject()
                    .put("measure", row.measure().word())
                    .put("department", row.department())
                    .put("opening", row.opening)
                    .put("new", row.fresh)
                    .put("reopened", row.reopened)
                    .put("entered", row.entered)
                    .put("closed", row.closed)
                    .put("withdrawn", row.withdrawn)
                    .put("left", row.left)
                    .put("closing", row.closing);
        }
        return rows;
    }

    /** What a job is told that asks for the same stretch of the feed with the same types. */
    private static ObjectNode changes(Connection connection, Occasion occasion, Set<String> withheld)
            throws SQLException {
        var changes = Facts.object();
        var compared = occasion.compared();
        changes.put("types", String.join(",", CHANGING));
        changes.put(
                "href",
                compared == null
                        ? null
                        : "/v1/changes?types=" + String.join(",", CHANGING) + "&since=report:" + compared.id()
                                + "&until=report:" + occasion.id());
        var counts = new TreeMap<String, Integer>();
        var items = Facts.JSON.arrayNode();
        if (compared != null) {
            for (var change : NetChanges.between(connection, CHANGING, compared.head(), occasion.head())) {
                counts.merge(change.op().word(), 1, Integer::sum);
                var item = items.addObject()
                        .put("seq", change.seq())
                        .put("op", change.op().word())
                        .put("type", change.type())
                        .put("version", change.version());
                // a job is told what it may see; the public is told that there is one more
                boolean secret = withheld.contains(change.type() + "/" + change.id());
                item.put("confidential", secret);
                item.put("id", secret ? null : change.id());
                item.put("number", secret ? null : change.number());
                item.set(
                        "title",
                        secret ? null : Facts.text(change.state(), "title", "text/title", "name", "event", "finding"));
                var paths = item.putArray("paths");
                if (!secret) {
                    change.paths().forEach(paths::add);
                }
            }
        }
        changes.set("counts", counts(counts));
        changes.set("items", items);
        return changes;
    }

    static ObjectNode counts(Map<String, Integer> counts) {
        var object = Facts.object();
        counts.forEach(object::put);
        return object;
    }

    private static ObjectNode completeness(CompleteThrough.Standing complete, Sections sections) {
        var completeness = Facts.object();
        @Nullable Instant through = complete.through();
        completeness.put("completeThrough", through == null ? null : through.toString());
        var sources = completeness.putArray("sources");
        for (var source : complete.sources()) {
            @Nullable Instant sourceThrough = source.through();
            sources.addObject()
                    .put("service", source.source())
                    .put("watermark", sourceThrough == null ? null : sourceThrough.toString())
                    .put("gaps", source.gaps());
        }
        sections.honesty(completeness);
        return completeness;
    }

    /** In whole days, rounded down. */
    static long days(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toDays());
    }
}
