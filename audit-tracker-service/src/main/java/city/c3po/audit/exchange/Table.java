package city.c3po.audit.exchange;

import static city.c3po.audit.exchange.ExchangeRule.SHEET_READABLE;
import static city.c3po.audit.exchange.ExchangeRule.SHEET_WITHIN_LIMITS;

import city.c3po.platform.upload.Upload;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** The cells of a table, whatever it came in. */
record Table(List<Row> rows) {
    static final int MOST_ROWS = 1_000;
    private static final long MOST_INSIDE = 32L * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;
    private static final String SEPARATORS = ",;\t";

    /** Without them a date is a number of days. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    /** A formula never is a value: what it shows depends on where it is opened. */
    static final String FORMULA = "\u0000formula";

    /** @param line where it begins in the file, from 1 */
    record Row(int line, List<String> cells) {}

    static Table read(Upload upload) {
        try {
            var rows = switch (upload.type()) {
                case ZIP -> workbook(upload);
                case TEXT, UNKNOWN -> text(Files.readAllBytes(upload.file()));
                case PDF, PNG, JPEG, GIF, TIFF_LE, TIFF_BE, OLE, RTF, WINDOWS_PROGRAM, ELF_PROGRAM, SCRIPT, HTML ->
                    throw SHEET_READABLE.violated(Map.of("reason", upload.type().mediaType()));
            };
            SHEET_READABLE.require(!rows.isEmpty(), Map.of("reason", "empty"));
            SHEET_WITHIN_LIMITS.require(rows.size() <= MOST_ROWS + 1, Map.of("reason", "rows"));
            return new Table(rows);
        } catch (IOException | UncheckedIOException | CsvParseException | ExcelReaderException e) {
            throw SHEET_READABLE.violated(Map.of("reason", "broken"));
        }
    }

    /** UTF-8, or else what spreadsheets of the last century write; the separator is the header's. */
    private static List<Row> text(byte[] bytes) {
        SHEET_READABLE.require(!has(bytes, (byte) 0), Map.of("reason", "binary"));
        var text = decoded(bytes);
        var body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var rows = new ArrayList<Row>();
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(body))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(body)) {
            for (var row : csv) {
                rows.add(new Row((int) row.getStartingLineNumber(), row.getFields()));
                SHEET_WITHIN_LIMITS.require(rows.size() <= MOST_ROWS + 1, Map.of("reason", "rows"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static boolean has(byte[] bytes, byte wanted) {
        for (byte one : bytes) {
            if (one == wanted) {
                return true;
            }
        }
        return false;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : SEPARATORS.toCharArray()) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(one -> one == wanted).count();
    }

    /** The first sheet. Its insides are counted before anything is unpacked to memory. */
    private static List<Row> workbook(Upload upload) throws IOException {
        requireModest(upload);
        var rows = new ArrayList<Row>();
        try (var in = Files.newInputStream(upload.file());
                var workbook = new ReadableWorkbook(in, WITH_FORMATS);
                var sheet = workbook.getFirstSheet().openStream()) {
            for (var cells = sheet.iterator(); cells.hasNext(); ) {
                var row = cells.next();
                var texts = row.stream().map(Table::cell).toList();
                if (texts.stream().anyMatch(one -> !one.isBlank())) {
                    rows.add(new Row(row.getRowNum(), texts));
                }
                SHEET_WITHIN_LIMITS.require(rows.size() <= MOST_ROWS + 1, Map.of("reason", "rows"));
            }
        }
        return rows;
    }

    /** By its directory, as whoever reads the sheet finds its parts. */
    private static void requireModest(Upload upload) throws IOException {
        long inside = 0;
        var chunk = new byte[CHUNK];
        try (var zip = new ZipFile(upload.file().toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var part = zip.getInputStream(entry)) {
                    for (int n = part.read(chunk); n >= 0; n = part.read(chunk)) {
                        inside += n;
                        SHEET_WITHIN_LIMITS.require(inside <= MOST_INSIDE, Map.of("reason", "inside"));
                    }
                }
            }
        }
    }

    private static String cell(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return FORMULA;
        }
        // a date is a number that is formatted so
        var format = cell.getDataFormatString();
        if (cell.getType() == CellType.NUMBER && format != null && format.contains("y")) {
            return cell.asDate().toLocalDate().toString();
        }
        var raw = cell.getText();
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        // in a workbook it is a formula or it is not, in text only an apostrophe tells
        boolean plain = cell.getType() == CellType.STRING && SheetReading.FORMULA.indexOf(raw.charAt(0)) >= 0;
        return plain ? "'" + raw : raw;
    }
}
