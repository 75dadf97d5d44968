package city.c3po.reporting.rendering;

import static city.c3po.reporting.report.Cycles.PPM;
import static city.c3po.reporting.report.Cycles.report;
import static city.c3po.reporting.report.Cycles.today;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.City;
import city.c3po.reporting.SampleCity;
import city.c3po.reporting.model.Canonical;
import city.c3po.reporting.report.Cycles;
import city.c3po.testing.WithInfra;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.api.Test;

/** Five renderings of one model carry the same figures. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class RenderingsTest {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html",
            "pdf", "application/pdf",
            "csv", "text/csv",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "json", "application/json");

    private static String made;

    /** A second report of the sample city, frozen. */
    private static synchronized String frozen() {
        if (made == null) {
            try (var city = new City()) {
                city.mark(Instant.now());
                var cycles = new Cycles(city);
                SampleCity.tell(city, Instant.now().minus(Duration.ofDays(90)), today(), false);
                cycles.published(today().minusDays(65));
                SampleCity.tell(city, Instant.now().minus(Duration.ofDays(3)), today(), true);
                city.tell(
                        "project",
                        "created",
                        city.body + "-f",
                        Instant.now(),
                        "\"title\":\"=1+1 & <b>bold</b> \\\"quoted\\\"\",\"state\":\"PLANNING\",\"sponsoringDepartment\":\"@SUM\"");
                made = report(cycles.frozen(today().minusDays(1)));
            }
        }
        return made;
    }

    /** Table, row and column of every value that has one: {@code items.money 1 planned} → {@code 620000.00}. */
    private static TreeMap<String, List<String>> ofHtml(String html) {
        var tables = new TreeMap<String, List<String>>();
        var table = Pattern.compile(
                        "<table role=\"table\" class=\"data[^\"]*\" data-table=\"([^\"]+)\">(.*?)</table>",
                        Pattern.DOTALL)
                .matcher(html);
        while (table.find()) {
            var values = new ArrayList<String>();
            var cell = Pattern.compile("<td class=\"[^\"]*\"[^>]*><span data-value=\"([^\"]*)\">")
                    .matcher(table.group(2));
            while (cell.find()) {
                values.add(plain(cell.group(1)));
            }
            tables.put(table.group(1), values);
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

    private static TreeMap<String, List<String>> ofCsv(String csv) {
        var tables = new TreeMap<String, List<String>>();
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(csv)) {
            if (!row.getField("table").equals("facts")) {
                tables.computeIfAbsent(row.getField("table"), any -> new ArrayList<>())
                        .add(row.getField("value").replaceFirst("^'(?=[=+@-])", ""));
            }
        }
        return tables;
    }

    /** Only numbers: a sheet writes dates and words its own way. */
    private static TreeMap<String, List<BigDecimal>> numbersOfXlsx(byte[] xlsx) throws IOException {
        var tables = new TreeMap<String, List<BigDecimal>>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx), new ReadingOptions(true, false))) {
            for (var sheet : workbook.getSheets().toList()) {
                var numbers = new ArrayList<BigDecimal>();
                for (var row : sheet.read()) {
                    for (var cell : row) {
                        if (cell != null && cell.getType() == CellType.NUMBER && !isDate(cell.getDataFormatString())) {
                            numbers.add(cell.asNumber().stripTrailingZeros());
                        }
                    }
                }
                tables.put(sheet.getName(), numbers);
            }
        }
        return tables;
    }

    private static boolean isDate(String format) {
        return format != null && format.contains("yy");
    }

    @Test
    void allRenderingsCarryTheSameFigures() throws IOException {
        var html = ofHtml(PPM.get(frozen() + ".html?lang=en").is(200).text());
        var csv = ofCsv(PPM.get(frozen() + ".csv?lang=en").is(200).text());
        var xlsx = numbersOfXlsx(PPM.get(frozen() + ".xlsx?lang=en").is(200).bytes());
        var model = PPM.get(frozen() + ".json").is(200).json();

        assertTrue(
                PPM.get(frozen() + ".html?lang=en")
                        .text()
                        .contains(
                                "<td class=\"n t c-planned\" role=\"cell\" data-label=\"Planned\"><span data-value=\"620000.00\">$620,000<"),
                "figures stand to the right");
        html.values().removeIf(List::isEmpty);
        assertEquals(csv, html);
        assertTrue(
                csv.keySet().containsAll(List.of("summary", "items.money", "rollForward", "recommendations")),
                csv.keySet().toString());
        csv.forEach((table, values) -> {
            var numbers = csvNumbers(table, PPM.get(frozen() + ".csv?lang=en").text());
            assertEquals(numbers, xlsx.get(table), table);
        });
        var pdf = textOf(PPM.get(frozen() + ".pdf?lang=en").is(200).bytes());
        for (var shown : shownNumbers(PPM.get(frozen() + ".csv?lang=en").text())) {
            assertTrue(pdf.contains(shown), "not in the PDF: " + shown);
        }
        compareWithModel(model, csv);
    }

    private static List<BigDecimal> csvNumbers(String table, String csv) {
        var numbers = new ArrayList<BigDecimal>();
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(csv)) {
            // what is written as a word or a day is none, though it may begin with a digit
            boolean word = List.of("milestone", "number", "title", "department").contains(row.getField("column"));
            if (row.getField("table").equals(table)
                    && !word
                    && row.getField("value").matches("-?[0-9]+(\\.[0-9]+)?")) {
                numbers.add(new BigDecimal(row.getField("value")).stripTrailingZeros());
            }
        }
        return numbers;
    }

    private static List<String> shownNumbers(String csv) {
        var shown = new ArrayList<String>();
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(csv)) {
            if (!row.getField("table").equals("facts") && row.getField("value").matches("-?[0-9]+(\\.[0-9]+)?")) {
                shown.add(row.getField("shown"));
            }
        }
        assertFalse(shown.isEmpty());
        return shown;
    }

    private static void compareWithModel(JsonNode model, TreeMap<String, List<String>> csv) {
        var planned = new ArrayList<String>();
        for (var item : model.path("items")) {
            var amount = item.at("/cost/planned/amount");
            planned.add(amount.isNumber() ? amount.decimalValue().setScale(2).toPlainString() : "");
        }
        var money = csv.get("items.money");
        var told = new ArrayList<String>();
        for (int cell = 2; cell < money.size(); cell += 6) {
            told.add(money.get(cell));
        }
        assertEquals(planned, told);
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void theDigestIsThatOfWhatIsSentAndItStaysTheSame() {
        TYPES.forEach((suffix, type) -> {
            var bySuffix = PPM.get(frozen() + "." + suffix).is(200);
            var byAccept = PPM.get(frozen(), "Accept", type).is(200);
            assertTrue(bySuffix.header("Content-Type").startsWith(type), suffix);
            assertTrue(byAccept.header("Content-Type").startsWith(type), suffix);
            var digest = "sha-256=:" + Base64.getEncoder().encodeToString(Canonical.digest(bySuffix.bytes())) + ":";
            assertEquals(digest, bySuffix.header("Repr-Digest"), suffix);
            assertEquals(digest, PPM.get(frozen() + "." + suffix).header("Repr-Digest"), suffix);
            assertEquals(
                    304,
                    PPM.get(frozen() + "." + suffix, "If-None-Match", bySuffix.header("ETag"))
                            .status());
        });
        PPM.get(frozen() + ".exe").is(404);
        PPM.get(frozen(), "Accept", "image/png").is(406);
    }

    @Test
    void thePdfIsTaggedAndHasPagesOutlineAndLanguage() throws IOException {
        var bytes = PPM.get(frozen() + ".pdf?lang=es").is(200).bytes();
        try (var document = Loader.loadPDF(bytes)) {
            var catalog = document.getDocumentCatalog();
            assertTrue(catalog.getMarkInfo() != null && catalog.getMarkInfo().isMarked(), "tagged");
            assertTrue(catalog.getStructureTreeRoot() != null);
            assertEquals("es", catalog.getLanguage());
            assertTrue(
                    catalog.getDocumentOutline() != null
                            && catalog.getDocumentOutline().hasChildren(),
                    "outline");
            assertTrue(document.getDocumentInformation().getTitle().contains("RPT-"));
            var text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("1 / " + document.getNumberOfPages()), "page numbers");
            assertTrue(text.contains("sin datos"), "what nobody said is said so");
            var folder = Files.createDirectories(Path.of("target", "pages"));
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                ImageIO.write(
                        renderer.renderImageWithDPI(page, 60),
                        "png",
                        folder.resolve("report-" + (page + 1) + ".png").toFile());
            }
        }
    }

    @Test
    void chartsSayInLettersWhatTheyShow() throws IOException {
        var html = PPM.get(frozen() + ".html?lang=en").is(200).text();
        for (var label :
                List.of("Timeline: ", "Bar chart: projects by reported colour", "Bar chart: planned and actual")) {
            assertTrue(html.contains("role=\"img\" aria-label=\"" + label), label);
        }
        assertTrue(html.contains(">Amber</text>"), "the colour of a bar of the timeline");
        assertFalse(html.contains("class=\"box"), "paper has its own");
        var pdf = textOf(PPM.get(frozen() + ".pdf?lang=en").is(200).bytes());
        assertTrue(pdf.contains("When they end") && pdf.contains("day of the report"), pdf);
    }

    @Test
    void markupAndFormulasAreText() {
        var html = PPM.get(frozen() + ".html").is(200).text();
        assertTrue(html.contains("=1+1 &amp; &lt;b&gt;bold&lt;/b&gt;"));
        assertFalse(html.contains("<b>bold"));
        var csv = PPM.get(frozen() + ".csv").is(200).text();
        assertTrue(csv.contains("'=1+1"), "neutralised");
        assertTrue(csv.contains("'@SUM"), "neutralised");
        assertFalse(Pattern.compile("(?m)(^|,)\"?[=@]").matcher(csv).find(), "no formula");
        assertTrue(PPM.get(frozen() + ".html").header("Content-Security-Policy").startsWith("default-src 'none'"));
    }
}
