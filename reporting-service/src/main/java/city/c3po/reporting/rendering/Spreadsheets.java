package city.c3po.reporting.rendering;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A report for whoever reckons on: as CSV, a line a value, and as a workbook, a sheet a table. */
final class Spreadsheets {
    private static final String RISKY = "=+-@\t\r";
    /** Of a sheet's name, by the makers of spreadsheets. */
    private static final int LONGEST_NAME = 31;

    private static final double NARROW = 18;
    private static final double WIDE = 44;

    private Spreadsheets() {}

    /** section, table, row, column, value (for programs), shown (for people). */
    static byte[] csv(Presentation report) {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("section", "table", "row", "column", "value", "shown");
            for (var fact : report.facts()) {
                csv.writeRecord(
                        "facts",
                        "facts",
                        "0",
                        harmless(fact.name()),
                        harmless(fact.cell().value()),
                        harmless(fact.cell().shown(report.words())));
            }
            for (var section : report.sections()) {
                for (var table : section.tables()) {
                    int number = 0;
                    for (var row : table.rows()) {
                        number++;
                        for (int place = 0; place < row.cells().size(); place++) {
                            var cell = row.cells().get(place);
                            csv.writeRecord(
                                    section.id(),
                                    table.id(),
                                    row.total() ? "total" : Integer.toString(number),
                                    table.columns().get(place).id(),
                                    harmless(cell.value()),
                                    harmless(cell.shown(report.words())));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A spreadsheet runs what begins like a formula; a negative number is none. */
    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0 && !text.matches("-[0-9.]+");
        return formula ? "'" + text : text;
    }

    static byte[] xlsx(Presentation report) {
        var out = new ByteArrayOutputStream();
        var names = new HashSet<String>();
        try (var workbook = new Workbook(out, "C3PO Suite", "1.0")) {
            var first = workbook.newWorksheet(name(report.words().say("facts"), names));
            first.value(0, 0, report.title());
            first.style(0, 0).bold().fontSize(14).set();
            first.value(1, 0, report.subtitle());
            int line = 3;
            for (var notice : report.notices()) {
                first.value(line++, 0, notice.text());
            }
            for (var fact : report.facts()) {
                first.value(line, 0, fact.name());
                write(first, line++, 1, fact.cell(), report.words());
            }
            first.width(0, WIDE);
            first.width(1, WIDE);
            for (var section : report.sections()) {
                for (var table : section.tables()) {
                    sheet(workbook.newWorksheet(name(table.id(), names)), table, report.words());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void sheet(Worksheet sheet, Presentation.Table table, Words words) {
        sheet.value(0, 0, table.caption());
        sheet.style(0, 0).bold().fontSize(13).set();
        int width = table.columns().size();
        for (int place = 0; place < width; place++) {
            var column = table.columns().get(place);
            sheet.value(1, place, column.heading());
            sheet.width(place, column.numeric() || place == 0 ? NARROW : WIDE);
        }
        sheet.range(1, 0, 1, width - 1)
                .style()
                .bold()
                .wrapText(true)
                .borderStyle("thin")
                .set();
        sheet.freezePane(0, 2);
        int line = 2;
        var empty = table.empty();
        if (empty != null) {
            sheet.value(line, 0, empty);
        }
        for (var row : table.rows()) {
            for (int place = 0; place < row.cells().size(); place++) {
                write(sheet, line, place, row.cells().get(place), words);
            }
            if (row.total()) {
                sheet.range(line, 0, line, width - 1).style().bold().set();
            }
            line++;
        }
    }

    /** As what it is: a number, an amount, a date. Text stays text, whatever it begins with. */
    private static void write(Worksheet sheet, int line, int place, Cell cell, Words words) {
        switch (cell) {
            case Cell.Number(var number) -> sheet.value(line, place, number);
            case Cell.Money(var amount, var currency) -> {
                sheet.value(line, place, amount);
                sheet.style(line, place).format("#,##0.00").set();
            }
            case Cell.Share(var share) -> {
                sheet.value(line, place, share);
                sheet.style(line, place).format("0.0%").set();
            }
            case Cell.Day(var day) -> {
                sheet.value(line, place, day);
                sheet.style(line, place).format("yyyy-mm-dd").set();
            }
            case Cell.Moment(var at, var zone) -> sheet.value(line, place, at.toString());
            case Cell.Text text -> sheet.value(line, place, text.value());
            case Cell.Said said -> sheet.value(line, place, said.sentence());
            case Cell.Path path -> sheet.value(line, place, path.shown(words));
            case Cell.Term term -> sheet.value(line, place, term.shown(words));
            case Cell.NotReported absent -> sheet.value(line, place, absent.shown(words));
            case Cell.Nothing nothing -> {}
        }
    }

    private static String name(String wanted, Set<String> taken) {
        var plain = wanted.replaceAll("[\\\\/?*\\[\\]:]", " ");
        var name = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        if (!taken.add(name)) {
            throw new IllegalStateException("two sheets are called " + name);
        }
        return name;
    }
}
