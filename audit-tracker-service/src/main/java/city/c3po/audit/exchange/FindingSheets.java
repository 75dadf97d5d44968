package city.c3po.audit.exchange;

import static city.c3po.audit.exchange.ExchangeRule.SHEET_UNDERSTOOD;

import city.c3po.audit.audit.Audit;
import city.c3po.audit.audit.Audits;
import city.c3po.audit.audit.FindingText;
import city.c3po.audit.audit.Findings;
import city.c3po.audit.known.CityDays;
import city.c3po.audit.recommendation.Brought;
import city.c3po.audit.recommendation.ManagementStatus;
import city.c3po.audit.recommendation.Recommendations;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.Fault;
import city.c3po.platform.upload.Upload;
import city.c3po.platform.value.Reference;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes finding sheets: all rows, or none. */
@Singleton
class FindingSheets {
    /** As many as anybody mends at once. */
    private static final int MOST_FAULTS = 200;

    private final Audits audits;
    private final Findings findings;
    private final Recommendations recommendations;
    private final EntityManager entities;
    private final CityDays days;

    FindingSheets(
            Audits audits, Findings findings, Recommendations recommendations, EntityManager entities, CityDays days) {
        this.audits = audits;
        this.entities = entities;
        this.findings = findings;
        this.recommendations = recommendations;
        this.days = days;
    }

    /** @param asOf the day of which statuses are told; needed where a row tells one */
    record Wish(
            boolean dryRun,
            @Nullable String department,
            @Nullable LocalDate asOf,
            @Nullable String document) {}

    SheetReport take(UUID id, Actor by, Upload upload, Wish wish) {
        var audit = audits.get(id, by);
        audit.requireRecorder(by);
        var reading = new SheetReading(Table.read(upload), audit.terms().issued(), wish.department());
        var faults = new ArrayList<>(reading.faults());
        reading.rows().stream()
                .filter(row -> row.status() != ManagementStatus.NOT_STARTED)
                .filter(row -> wish.asOf() == null
                        || wish.document() == null
                        || !wish.asOf().isBefore(days.today())
                        || wish.asOf().isBefore(audit.terms().issued()))
                .forEach(
                        row -> faults.add(
                                new Fault(
                                        "/rows/" + row.line() + "/status",
                                        "status-without-day",
                                        "A status was reported on a day since the issue and before today (asOf), in a document (document).")));
        if (!wish.dryRun() && !faults.isEmpty()) {
            throw SHEET_UNDERSTOOD.violated(faults.stream().limit(MOST_FAULTS).toList());
        }
        var known = findings.keys(audit);
        var rows = new ArrayList<SheetReport.Row>();
        for (var row : reading.rows()) {
            boolean there = known.contains(row.refId());
            rows.add(new SheetReport.Row(
                    row.line(),
                    row.refId(),
                    there ? SheetReport.Outcome.EXISTING : SheetReport.Outcome.CREATED,
                    there || wish.dryRun() ? null : bring(audit, by, row, wish)));
        }
        return report(wish, faults, rows);
    }

    private static SheetReport report(Wish wish, List<Fault> faults, List<SheetReport.Row> rows) {
        int created = (int) rows.stream()
                .filter(row -> row.outcome() == SheetReport.Outcome.CREATED)
                .count();
        return new SheetReport(
                wish.dryRun(),
                created,
                rows.size() - created,
                faults.stream().limit(MOST_FAULTS).map(SheetReport.Wrong::of).toList(),
                rows);
    }

    private Reference bring(Audit audit, Actor by, SheetRow row, Wish wish) {
        var finding = findings.record(
                by,
                audit,
                new FindingText(
                        row.refId(),
                        row.name(),
                        null,
                        row.description(),
                        null,
                        row.severity() == null ? null : "Severity: " + row.severity(),
                        null,
                        Boolean.TRUE.equals(audit.terms().sampleData())),
                days.now());
        var one = recommendations.bring(
                by,
                new Brought(
                        finding.id(),
                        row.name(),
                        row.priority(),
                        row.department(),
                        row.due(),
                        row.eta(),
                        row.status(),
                        wish.asOf(),
                        wish.document(),
                        Boolean.TRUE.equals(audit.terms().sampleData())));
        // each query looks at all that is loaded for what has changed: rows would cost ever more
        entities.flush();
        entities.clear();
        return new Reference("recommendation", one.id().toString(), one.number(), one.href());
    }
}
