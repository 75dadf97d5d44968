package city.c3po.audit.exchange;

import city.c3po.audit.recommendation.ManagementStatus;
import city.c3po.audit.recommendation.NewRecommendation;
import city.c3po.audit.recommendation.Priority;
import city.c3po.platform.rule.Fault;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands a table as a finding sheet; all that is wrong is kept, row by row. */
final class SheetReading {
    static final List<String> COLUMNS =
            List.of("name", "ref_id", "description", "severity", "status", "priority", "eta", "due_date", "department");

    private static final Set<String> NEEDED = Set.of("name", "ref_id");
    private static final Pattern REF = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,19}");
    private static final Pattern DEPARTMENT = Pattern.compile(NewRecommendation.DEPARTMENT);
    private static final String DANGEROUS = "=@\t\r";

    /** What spreadsheets take for the beginning of a formula. */
    static final String FORMULA = "=+-@\t\r";

    private static final int NAME = 500;
    private static final int DESCRIPTION = 8000;
    private static final List<DateTimeFormatter> DAYS =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("M/d/uuuu"));

    /** The city's words, and those of finding sheets. */
    private static final Map<String, ManagementStatus> STATUS = Map.ofEntries(
            Map.entry("", ManagementStatus.NOT_STARTED),
            Map.entry("--", ManagementStatus.NOT_STARTED),
            Map.entry("identified", ManagementStatus.NOT_STARTED),
            Map.entry("open", ManagementStatus.NOT_STARTED),
            Map.entry("confirmed", ManagementStatus.PLANNED),
            Map.entry("assigned", ManagementStatus.PLANNED),
            Map.entry("in progress", ManagementStatus.ACTIVE_INITIATIVE),
            Map.entry("mitigated", ManagementStatus.NEARLY_IMPLEMENTED),
            Map.entry("resolved", ManagementStatus.CLAIMED_IMPLEMENTED),
            Map.entry("closed", ManagementStatus.CLAIMED_IMPLEMENTED),
            Map.entry("dismissed", ManagementStatus.WILL_NOT_IMPLEMENT));

    private static final Map<String, Priority> PRIORITY = Map.ofEntries(
            Map.entry("p1", Priority.HIGH),
            Map.entry("1", Priority.HIGH),
            Map.entry("critical", Priority.HIGH),
            Map.entry("high", Priority.HIGH),
            Map.entry("p2", Priority.MEDIUM),
            Map.entry("2", Priority.MEDIUM),
            Map.entry("medium", Priority.MEDIUM),
            Map.entry("p3", Priority.LOW),
            Map.entry("3", Priority.LOW),
            Map.entry("p4", Priority.LOW),
            Map.entry("4", Priority.LOW),
            Map.entry("low", Priority.LOW),
            Map.entry("info", Priority.LOW));

    private final List<Fault> faults = new ArrayList<>();
    private final List<SheetRow> rows = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final LocalDate issued;
    private final @Nullable String lead;

    /** @param lead leads where the row names no department */
    SheetReading(Table table, LocalDate issued, @Nullable String lead) {
        this.issued = issued;
        this.lead = lead;
        header(table.rows().getFirst());
        if (faults.isEmpty()) {
            var seen = new HashSet<String>();
            table.rows().stream().skip(1).forEach(row -> row(row, seen));
        }
    }

    List<Fault> faults() {
        return faults;
    }

    List<SheetRow> rows() {
        return rows;
    }

    private void header(Table.Row header) {
        for (int place = 0; place < header.cells().size(); place++) {
            var name =
                    header.cells().get(place).strip().toLowerCase(Locale.ROOT).replace(' ', '_');
            if (!COLUMNS.contains(name)) {
                fault(header.line(), name, "unknown-column", "The columns are " + String.join(", ", COLUMNS) + ".");
            } else if (places.put(name, place) != null) {
                fault(header.line(), name, "column-twice", "Name each column once.");
            }
        }
        NEEDED.stream()
                .filter(name -> !places.containsKey(name))
                .sorted()
                .forEach(name -> fault(header.line(), name, "column-missing", "Add this column."));
    }

    private void row(Table.Row row, Set<String> seen) {
        int before = faults.size();
        if (row.cells().size() > places.size()) {
            fault(row.line(), "", "ragged", "More cells than there are columns.");
            return;
        }
        var ref = text(row, "ref_id", 20);
        if (!REF.matcher(ref).matches()) {
            fault(row.line(), "ref_id", "not-a-reference", "Letters, digits, dots and hyphens, up to 20.");
        } else if (!seen.add(ref)) {
            fault(row.line(), "ref_id", "reference-twice", "Another row has it already.");
        }
        var name = text(row, "name", NAME);
        if (name.isEmpty()) {
            fault(row.line(), "name", "missing", "Every finding has a name.");
        }
        var description = text(row, "description", DESCRIPTION);
        var severity = text(row, "severity", 50);
        var due = day(row, "due_date");
        if (due != null && !due.isAfter(issued)) {
            fault(row.line(), "due_date", "before-issue", "The target date is after the day of issue.");
        }
        var department = text(row, "department", 40);
        var leads = department.isEmpty() ? lead : department;
        if (leads == null || !DEPARTMENT.matcher(leads).matches()) {
            fault(row.line(), "department", "not-a-department", "Name the lead department here or in the parameter.");
        }
        var status = status(row);
        var priority = priority(row, severity);
        var eta = day(row, "eta");
        if (faults.size() == before && leads != null) {
            rows.add(new SheetRow(
                    row.line(), ref, name, orNull(description), orNull(severity), status, priority, eta, due, leads));
        }
    }

    private ManagementStatus status(Table.Row row) {
        var said = text(row, "status", 50).replace('_', ' ').toLowerCase(Locale.ROOT);
        for (var status : ManagementStatus.values()) {
            if (status.label().toLowerCase(Locale.ROOT).equals(said)
                    || status.name().replace('_', ' ').toLowerCase(Locale.ROOT).equals(said)) {
                return status;
            }
        }
        var known = STATUS.get(said);
        if (known == null) {
            fault(row.line(), "status", "unknown-status", "One of the city's words, such as Nearly Implemented.");
            return ManagementStatus.NOT_STARTED;
        }
        return known;
    }

    private Priority priority(Table.Row row, String severity) {
        var said = text(row, "priority", 50).toLowerCase(Locale.ROOT);
        var word = said.isEmpty() ? severity.toLowerCase(Locale.ROOT) : said;
        if (word.isEmpty()) {
            return Priority.MEDIUM;
        }
        var known = PRIORITY.get(word);
        if (known == null) {
            fault(
                    row.line(),
                    said.isEmpty() ? "severity" : "priority",
                    "unknown-priority",
                    "P1 to P4, or high, medium, low.");
            return Priority.MEDIUM;
        }
        return known;
    }

    private @Nullable LocalDate day(Table.Row row, String column) {
        var said = text(row, column, 30);
        if (said.isEmpty()) {
            return null;
        }
        for (var form : DAYS) {
            try {
                var day = LocalDate.parse(said, form);
                if (day.getYear() >= 1900 && day.getYear() < 3000) {
                    return day;
                }
            } catch (DateTimeParseException e) {
                // the next form may fit
            }
        }
        fault(row.line(), column, "not-a-day", "As 2026-06-30 or 6/30/2026.");
        return null;
    }

    /** As it is stored: in one normal form, without the apostrophe that keeps spreadsheets from reckoning. */
    private String text(Table.Row row, String column, int most) {
        var place = places.get(column);
        if (place == null || place >= row.cells().size()) {
            return "";
        }
        var said = row.cells().get(place);
        if (said.equals(Table.FORMULA) || !said.isEmpty() && DANGEROUS.indexOf(said.charAt(0)) >= 0) {
            fault(row.line(), column, "formula", "A formula is no value. Write what it shows.");
            return "";
        }
        var plain = said.length() > 1 && said.charAt(0) == '\'' && FORMULA.indexOf(said.charAt(1)) >= 0
                ? said.substring(1)
                : said;
        var text = Normalizer.normalize(plain, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
        if (text.length() > most) {
            fault(row.line(), column, "too-long", "At most " + most + " characters.");
        }
        if (text.chars().anyMatch(one -> Character.isISOControl(one) && one != '\n' && one != '\t')) {
            fault(row.line(), column, "control-character", "Text without control characters.");
        }
        return text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void fault(int line, String column, String code, String detail) {
        faults.add(new Fault("/rows/" + line + (column.isEmpty() ? "" : "/" + column), code, detail));
    }
}
