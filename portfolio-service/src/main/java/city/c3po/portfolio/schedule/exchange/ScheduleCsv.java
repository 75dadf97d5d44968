package city.c3po.portfolio.schedule.exchange;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.RuleViolation;
import city.c3po.portfolio.schedule.network.Activity;
import city.c3po.portfolio.schedule.network.Activity.Kind;
import city.c3po.portfolio.schedule.network.Link;
import city.c3po.portfolio.schedule.network.Network;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as CSV (RFC 4180, UTF-8, a header, commas): {@code id,title,wbs,kind,duration,remaining,actualStart,actualFinish,
 * constraints,predecessors}. Constraints read {@code SNET 2026-09-01; DEADLINE 2026-12-24}, predecessors
 * {@code A100 FS+3; A200}. What spreadsheets take for a formula is written with an apostrophe, which reading takes off again.
 */
public final class ScheduleCsv {
    static final List<String> COLUMNS = List.of(
            "id",
            "title",
            "wbs",
            "kind",
            "duration",
            "remaining",
            "actualStart",
            "actualFinish",
            "constraints",
            "predecessors");
    private static final String FORMULA = "=+-@\t\r";
    private static final int MOST_FAULTS = 100;

    private ScheduleCsv() {}

    /**
     * @param start the project's start, which the form has no place for; nor for its title and data date
     * @throws RuleViolation by {@link ExchangeRule}
     */
    public static ScheduleFile read(
            InputStream content, String title, LocalDate start, @Nullable LocalDate statusDate) {
        var items = new ArrayList<ScheduleFile.Item>();
        var links = new ArrayList<Link>();
        var faults = new ArrayList<Fault>();
        var characters = new InputStreamReader(new Bounded(content), StandardCharsets.UTF_8.newDecoder());
        try (var csv =
                CsvReader.builder().detectBomHeader(false).skipEmptyLines(true).ofNamedCsvRecord(characters)) {
            for (var row : csv) {
                if (items.isEmpty() && faults.isEmpty()) {
                    requireColumns(row.getHeader());
                }
                if (row.getFieldCount() == COLUMNS.size()) {
                    items.add(item(row, links, faults));
                } else {
                    faults.add(new Fault(
                            "line " + row.getStartingLineNumber(), "ragged", "as many cells as there are columns"));
                }
                ExchangeRule.SCHEDULE_FILE_WITHIN_LIMITS.require(
                        items.size() <= Network.MOST_ACTIVITIES
                                && links.size() <= Network.MOST_LINKS
                                && faults.size() <= MOST_FAULTS,
                        Map.of("line", row.getStartingLineNumber()));
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof RuleViolation refused) {
                throw refused;
            }
            throw unreadable(e);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        }
        if (items.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("line 1", "empty", "a header and at least one activity"));
        }
        if (!faults.isEmpty()) {
            throw ExchangeRule.SCHEDULE_FILE_UNDERSTOOD.violated(faults);
        }
        return new ScheduleFile(title, start, statusDate, items, links);
    }

    private static RuleViolation unreadable(Exception broken) {
        boolean encoding = broken instanceof CharacterCodingException
                || broken.getCause() instanceof CharacterCodingException
                || broken.getCause() != null && broken.getCause().getCause() instanceof CharacterCodingException;
        return ExchangeRule.SCHEDULE_FILE_READABLE.violated(
                Map.of("line", 0, "reason", encoding ? "encoding" : "not-csv"));
    }

    private static void requireColumns(List<String> header) {
        // a spreadsheet marks UTF-8 by a byte order mark
        var names = header.stream().map(name -> name.replace("\uFEFF", "")).toList();
        if (!names.equals(COLUMNS)) {
            throw ExchangeRule.SCHEDULE_FILE_UNDERSTOOD.violated(
                    List.of(new Fault("line 1", "columns", "the columns are " + String.join(",", COLUMNS))));
        }
    }

    private static ScheduleFile.Item item(NamedCsvRecord row, List<Link> links, List<Fault> faults) {
        var cells = new Cells(row, faults);
        var id = cells.text("id");
        if (!Words.ID.matcher(id).matches()) {
            cells.fault("id", "not-an-id", "letters, digits, dots, hyphens and underscores, up to 40");
        }
        var title = cells.text("title");
        if (title.isBlank() || title.length() > Words.LONGEST_TITLE) {
            cells.fault("title", "too-long", "1 to 200 characters");
        }
        var wbs = cells.text("wbs");
        if (wbs.length() > Words.LONGEST_WBS) {
            cells.fault("wbs", "too-long", "up to 100 characters");
        }
        links.addAll(cells.read("predecessors", text -> Words.links(text, id), List.of()));
        return new ScheduleFile.Item(
                new Activity(
                        id,
                        cells.read("kind", Kind::valueOf, Kind.TASK),
                        cells.read("duration", Integer::parseInt, 0),
                        cells.read("actualStart", Words::date, null),
                        cells.read("actualFinish", Words::date, null),
                        cells.read("remaining", Integer::parseInt, null),
                        cells.read("constraints", Words::constraints, List.of())),
                title,
                wbs);
    }

    /** The cells of one row; an empty one says nothing. */
    private record Cells(NamedCsvRecord row, List<Fault> faults) {
        String text(String column) {
            var cell = row.getField(COLUMNS.indexOf(column));
            return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                    ? cell.substring(1)
                    : cell;
        }

        <T extends @Nullable Object> T read(String column, Function<String, T> reading, T absent) {
            var text = text(column).strip();
            try {
                return text.isEmpty() ? absent : reading.apply(text);
            } catch (IllegalArgumentException e) {
                fault(column, "unreadable", "as " + column + " are written");
                return absent;
            }
        }

        void fault(String column, String code, String detail) {
            faults.add(new Fault("line " + row.getStartingLineNumber() + ": " + column, code, detail));
        }
    }

    public static void write(ScheduleFile file, OutputStream out) {
        var incoming = file.links().stream().collect(Collectors.groupingBy(Link::successor));
        try {
            var characters = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            var csv = CsvWriter.builder().build(characters);
            csv.writeRecord(COLUMNS);
            for (var item : file.items()) {
                var activity = item.activity();
                csv.writeRecord(
                        activity.id(),
                        harmless(item.title()),
                        harmless(item.wbs()),
                        activity.kind().name(),
                        String.valueOf(activity.duration()),
                        shown(activity.remaining()),
                        shown(activity.actualStart()),
                        shown(activity.actualFinish()),
                        activity.constraints().stream().map(Words::of).collect(Collectors.joining("; ")),
                        incoming.getOrDefault(activity.id(), List.of()).stream()
                                .map(Words::of)
                                .collect(Collectors.joining("; ")));
            }
            csv.flush();
            characters.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String harmless(String text) {
        boolean looksLikeFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return looksLikeFormula ? "'" + text : text;
    }
}
