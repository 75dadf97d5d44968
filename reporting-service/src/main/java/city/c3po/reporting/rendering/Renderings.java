package city.c3po.reporting.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the bytes of a report: page, print, and tables for spreadsheets. */
@Singleton
public class Renderings {
    private static final byte[] REGULAR = Assets.bytes("fonts/LiberationSans-Regular.ttf");
    private static final byte[] BOLD = Assets.bytes("fonts/LiberationSans-Bold.ttf");
    private static final byte[] ITALIC = Assets.bytes("fonts/LiberationSans-Italic.ttf");

    private final Template report;

    Renderings(@Location("report.html") Template report) {
        this.report = report;
    }

    /** @param address where the other forms are: the report's own address, to which a suffix is added */
    public byte[] render(Presentation presentation, Format format, String address) {
        return switch (format) {
            case HTML ->
                html(presentation, Assets.CSS, alternates(presentation.words(), address), false)
                        .getBytes(StandardCharsets.UTF_8);
            case PDF -> pdf(html(presentation, Assets.PDF_CSS, "", true));
            case CSV -> Spreadsheets.csv(presentation);
            case XLSX -> Spreadsheets.xlsx(presentation);
            case JSON -> throw new IllegalArgumentException("JSON is the model itself");
        };
    }

    private String html(Presentation presentation, String css, String alternates, boolean paper) {
        return report.data("p", presentation)
                .data("css", css)
                .data("alternates", alternates)
                .data("paper", paper)
                .render();
    }

    /** The address is our own; nothing in it comes from a record. */
    private static String alternates(Words words, String address) {
        return "<p class=\"alternates\">" + words.say("alternates") + " "
                + List.of(Format.PDF, Format.XLSX, Format.CSV, Format.JSON).stream()
                        .map(format -> "<a href=\"" + address + "." + format.suffix() + "\">" + format.name() + "</a>")
                        .collect(Collectors.joining(" · "))
                + "</p>";
    }

    private static byte[] pdf(String xhtml) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .withHtmlContent(xhtml, "/")
                    .useFont(() -> new ByteArrayInputStream(REGULAR), "Liberation Sans", 400, FontStyle.NORMAL, true)
                    .useFont(() -> new ByteArrayInputStream(BOLD), "Liberation Sans", 700, FontStyle.NORMAL, true)
                    .useFont(() -> new ByteArrayInputStream(ITALIC), "Liberation Sans", 400, FontStyle.ITALIC, true)
                    .usePdfUaAccessibility(true)
                    // nothing is fetched while a report is printed
                    .useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null)
                    .withProducer("C3PO Suite")
                    .useFastMode()
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
