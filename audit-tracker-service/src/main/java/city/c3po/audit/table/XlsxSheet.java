package city.c3po.audit.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A sheet that is written as it grows: of however many rows, only some are in memory. */
final class XlsxSheet {
    /** What spreadsheets take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    /** Of one cell, by the makers of spreadsheets. */
    private static final int LONGEST = 32_767;

    private static final int KEPT_ROWS = 500;
    private static final double WIDTH = 22;
    private static final Pattern DAY = Pattern.compile("(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}");

    private final Worksheet sheet;
    private int line;

    XlsxSheet(Worksheet sheet, List<String> header) {
        this.sheet = sheet;
        for (int place = 0; place < header.size(); place++) {
            sheet.inlineString(0, place, header.get(place));
            sheet.width(place, WIDTH);
        }
        sheet.range(0, 0, 0, header.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }

    void add(List<JsonNode> cells) throws IOException {
        line++;
        for (int place = 0; place < cells.size(); place++) {
            write(place, cells.get(place));
        }
        if (line % KEPT_ROWS == 0) {
            sheet.flush();
        }
    }

    private void write(int place, JsonNode cell) {
        switch (cell.getNodeType()) {
            case NUMBER -> sheet.value(line, place, cell.numberValue());
            case BOOLEAN -> sheet.value(line, place, cell.booleanValue());
            case STRING -> say(place, cell.textValue());
            case ARRAY, OBJECT -> say(place, cell.toString());
            case NULL, MISSING, BINARY, POJO -> {}
        }
    }

    /** Text is never a formula, not even after somebody edited it: its cell is formatted as text. */
    private void say(int place, String said) {
        var day = day(said);
        if (day != null) {
            sheet.value(line, place, day);
            sheet.style(line, place).format("yyyy-mm-dd").set();
            return;
        }
        sheet.inlineString(line, place, said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "…");
        if (!said.isEmpty() && FORMULA.indexOf(said.charAt(0)) >= 0) {
            sheet.style(line, place).format("@").set();
        }
    }

    private static @Nullable LocalDate day(String said) {
        if (!DAY.matcher(said).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(said);
        } catch (DateTimeParseException e) {
            // the 31st of February is a word
            return null;
        }
    }
}
