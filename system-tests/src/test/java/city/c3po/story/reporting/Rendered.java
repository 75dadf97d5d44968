package city.c3po.story.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** A published report in all its forms, as anybody gets it, and what each of them says. */
final class Rendered {
    private static final Pattern TABLE =
            Pattern.compile("(?s)<table role=\"table\" class=\"data[^\"]*\" data-table=\"([^\"]+)\">(.*?)</table>");
    private static final Pattern VALUE = Pattern.compile("<td class=\"[^\"]*\"[^>]*><span data-value=\"([^\"]*)\">");
    private static final Pattern SHEET = Pattern.compile("<sheet name=\"([^\"]*)\"");
    /** A cell of a sheet that holds no reference to a text. */
    private static final Pattern NUMBER = Pattern.compile("<c r=\"[A-Z]+[0-9]+\"(?![^>]*t=\"s\")[^>]*><v>([^<]*)</v>");

    private static final Pattern FIELD = Pattern.compile("(\"(?:[^\"]|\"\")*\"|[^,\\r\\n]*)(,|\\r?\\n|$)");
    private static final LocalDate FIRST_DAY_OF_SHEETS = LocalDate.parse("1899-12-30");

    /** One line of the CSV: a value, and as people read it. */
    record Cell(String table, String column, String value, String shown) {
        boolean number() {
            return value.matches("-?[0-9]+(\\.[0-9]+)?");
        }

        /** As a sheet holds it; a sheet holds days as numbers too. */
        BigDecimal reckoned() {
            var number = day()
                    ? BigDecimal.valueOf(ChronoUnit.DAYS.between(FIRST_DAY_OF_SHEETS, LocalDate.parse(value)))
                    : new BigDecimal(value);
            return number.stripTrailingZeros();
        }

        boolean day() {
            return value.matches("\\d{4}-\\d{2}-\\d{2}");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    Rendered(String address) {
        this.address = address;
    }

    String json() {
        return new String(bytes(".json"), UTF_8);
    }

    /** Values by table, in their order. */
    Map<String, List<String>> html() {
        var tables = new TreeMap<String, List<String>>();
        var table = TABLE.matcher(new String(bytes(".html?lang=en"), UTF_8));
        while (table.find()) {
            var values = new ArrayList<String>();
            var value = VALUE.matcher(table.group(2));
            while (value.find()) {
                values.add(plain(value.group(1)));
            }
            if (!values.isEmpty()) {
                tables.put(table.group(1), values);
            }
        }
        return tables;
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    List<Cell> csv() {
        var cells = new ArrayList<Cell>();
        var line = new ArrayList<String>();
        var field = FIELD.matcher(new String(bytes(".csv?lang=en"), UTF_8));
        while (field.find() && !(field.group(1).isEmpty() && field.group(2).isEmpty())) {
            line.add(field.group(1).replaceAll("^\"|\"$", "").replace("\"\"", "\""));
            if (!field.group(2).equals(",")) {
                if (!line.get(0).equals("section") && !line.get(1).equals("facts")) {
                    cells.add(new Cell(line.get(1), line.get(3), line.get(4), line.get(5)));
                }
                line.clear();
            }
        }
        return cells;
    }

    /** The numbers and days of each sheet, in their order. */
    Map<String, List<BigDecimal>> xlsx() {
        var parts = unzipped(bytes(".xlsx?lang=en"));
        var sheets = new TreeMap<String, List<BigDecimal>>();
        var name = SHEET.matcher(parts.get("xl/workbook.xml"));
        for (int n = 1; name.find(); n++) {
            var numbers = new ArrayList<BigDecimal>();
            var number = NUMBER.matcher(parts.get("xl/worksheets/sheet" + n + ".xml"));
            while (number.find()) {
                numbers.add(new BigDecimal(number.group(1)).stripTrailingZeros());
            }
            sheets.put(plain(name.group(1)), numbers);
        }
        return sheets;
    }

    /** By its table of contents, as spreadsheet programs read it. */
    private static Map<String, String> unzipped(byte[] bytes) {
        var parts = new HashMap<String, String>();
        try {
            var file = Files.createTempFile("report", ".xlsx");
            try {
                Files.write(file, bytes);
                try (var zip = new ZipFile(file.toFile())) {
                    for (var entry : Collections.list(zip.entries())) {
                        parts.put(
                                entry.getName(),
                                new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
                    }
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    String pdf() {
        try (var document = Loader.loadPDF(bytes(".pdf?lang=en"))) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(String suffix) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + suffix)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(address + suffix + " is answered with " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
