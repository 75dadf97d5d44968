package city.c3po.audit.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small table as CSV (RFC 4180); no cell is ever a formula where it is opened. */
public final class CsvText {
    /** What spreadsheets take for the beginning of a formula. */
    static final String FORMULA = "=+-@\t\r";

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().build(text);

    public CsvText(List<String> header) {
        csv.writeRecord(header);
    }

    /** @param cells as they are written by {@code toString}; null is an empty cell */
    public void row(@Nullable Object... cells) {
        var texts = new String[cells.length];
        for (int place = 0; place < cells.length; place++) {
            texts[place] = harmless(cells[place]);
        }
        csv.writeRecord(texts);
    }

    private static String harmless(@Nullable Object cell) {
        var said = cell == null ? "" : cell.toString();
        return !said.isEmpty() && FORMULA.indexOf(said.charAt(0)) >= 0 ? "'" + said : said;
    }

    @Override
    public String toString() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
