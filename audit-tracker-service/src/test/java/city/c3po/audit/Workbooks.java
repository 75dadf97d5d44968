package city.c3po.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** What spreadsheets see of the workbooks that we answer. */
public final class Workbooks {
    private Workbooks() {}

    /** The cells of the first sheet, as they are. */
    public static List<List<Cell>> rows(byte[] xlsx) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx), new ReadingOptions(true, false));
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.map(row -> row.stream().toList()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that can be read in it. */
    public static String text(byte[] xlsx) {
        return String.join(
                "\n",
                rows(xlsx).stream()
                        .flatMap(List::stream)
                        .flatMap(Stream::ofNullable)
                        .map(Cell::getText)
                        .toList());
    }
}
