package city.c3po.portfolio.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PicturesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-09-07");
    private static final String HOSTILE = "</text><script>alert(\"1\")</script> & ]]> \u0000 \uFFFE";

    @Test
    void a_gantt_chart_tells_critical_work_the_baseline_and_milestones() throws Exception {
        var chart = new Gantt(
                "Bridge", DAY.plusDays(4), List.of(bar("1.1", "Piers", true), bar("1.2", "Deck", false), gate()));

        var svg = parsed(chart.svg());

        // one more of each in the legend
        assertEquals(1 + 1, shapes(svg, "rect", "critical"));
        assertEquals(1 + 2, shapes(svg, "rect", "bar"));
        assertEquals(2 + 1, shapes(svg, "rect", "baseline"));
        assertEquals(1, shapes(svg, "polygon", "baseline"));
        assertEquals(1, shapes(svg, "line", "now"));
        assertEquals("Schedule: Bridge", svg.getElementById("gantt-title").getTextContent());
        assertEquals(
                "A Gantt chart from Sep 7, 2026 to Sep 30, 2026 with 2 activities, 1 milestone, 1 critical. The data date is "
                        + "Sep 11, 2026. Milestones: Opening on Sep 30, 2026 (baseline Sep 25, 2026).",
                svg.getElementById("gantt-desc").getTextContent());
    }

    @Test
    void hundreds_of_activities_are_summarised_by_the_structure() throws Exception {
        var bars = IntStream.range(0, 600)
                .mapToObj(i -> bar(i / 120 + 1 + "." + (i / 12 % 10 + 1) + "." + i % 12, "Step " + i, i % 4 == 0))
                .toList();

        var svg = parsed(new Gantt("Move", DAY, bars).svg());

        var labels = texts(svg);
        assertTrue(labels.contains("WBS 1.10") && labels.contains("12 items"), labels.toString());
        assertTrue(labels.indexOf("WBS 1.2") < labels.indexOf("WBS 1.10"));
        assertFalse(labels.contains("Step 1"));
        assertEquals(150 + 1, shapes(svg, "rect", "critical"));
    }

    @Test
    void what_does_not_fit_even_then_is_counted() throws Exception {
        var bars = IntStream.range(0, 300)
                .mapToObj(i -> bar(String.valueOf(i), "Step", false))
                .toList();

        var labels = texts(parsed(new Gantt("Move", DAY, bars).svg()));

        assertTrue(labels.contains("… and 221 more parts of the work breakdown structure"));
    }

    @Test
    void an_s_curve_tells_three_values_the_budget_and_the_outlook() throws Exception {
        var svg = parsed(curve(new SCurve.Outlook(
                        DAY.plusMonths(8), new BigDecimal("1250000"), DAY.plusMonths(9), new BigDecimal("1400000")))
                .svg());

        var labels = texts(svg);
        assertTrue(
                labels.containsAll(List.of(
                        "Planned 1 M",
                        "Earned 250 k",
                        "Actual cost 300 k",
                        "Budget 1 M",
                        "P50 · May 7, 2027 · 1.25 M",
                        "P80 · Jun 7, 2027 · 1.4 M")),
                labels.toString());
        assertEquals(1, shapes(svg, "path", "planned"));
        assertEquals(2, shapes(svg, "line", "outlook"));
        assertEquals(
                "Cumulative planned value, earned value and actual cost in USD. The budget is 1 M. At Nov 7, 2026 planned "
                        + "400 k, earned 250 k, spent 300 k. In 50 of 100 cases it is done by May 7, 2027 for at most 1.25 M, "
                        + "in 80 of 100 by Jun 7, 2027 for at most 1.4 M.",
                svg.getElementById("curve-desc").getTextContent());
    }

    @Test
    void without_a_forecast_there_is_no_outlook() throws Exception {
        var svg = parsed(curve(null).svg());

        assertEquals(0, shapes(svg, "line", "outlook"));
    }

    @Test
    void what_people_wrote_stays_text() throws Exception {
        var gantt = new Gantt(
                HOSTILE,
                DAY,
                List.of(
                        new Gantt.Bar("1", HOSTILE, HOSTILE, true, DAY, DAY, true, null, null, 0),
                        new Gantt.Bar("2", "2", HOSTILE, false, DAY, DAY, true, null, null, 0)));
        var curve = new SCurve(HOSTILE, HOSTILE, DAY, BigDecimal.ONE, List.of(), null);

        for (var svg : List.of(parsed(gantt.svg()), parsed(curve.svg()))) {
            assertEquals(0, svg.getElementsByTagName("script").getLength());
        }
    }

    @Test
    void pictures_need_nothing_from_elsewhere_and_follow_the_page_into_the_dark() throws Exception {
        for (var text :
                List.of(new Gantt("Empty", DAY, List.of()).svg(), curve(null).svg())) {
            assertTrue(text.contains("@media (prefers-color-scheme:dark)"));
            assertFalse(text.replace("http://www.w3.org/2000/svg", "").contains("http"));
            assertEquals("img", parsed(text).getDocumentElement().getAttribute("role"));
        }
    }

    @Test
    void nothing_is_drawn_outside_the_picture() throws Exception {
        var bars = IntStream.range(0, 70)
                .mapToObj(i -> new Gantt.Bar(
                        "a" + i,
                        "1." + i,
                        "Step " + i,
                        i % 7 == 0,
                        DAY.plusDays(i * 9L),
                        DAY.plusDays(i * 11L),
                        i % 3 == 0,
                        DAY.plusDays(i * 8L - 20),
                        DAY.plusDays(i * 10L),
                        i))
                .toList();

        var svg = parsed(new Gantt("Long", DAY.plusYears(3), bars).svg());

        var box = svg.getDocumentElement().getAttribute("viewBox").split(" ");
        var shapes = svg.getElementsByTagName("rect");
        for (int i = 0; i < shapes.getLength(); i++) {
            var shape = (Element) shapes.item(i);
            double x = shape.hasAttribute("x") ? Double.parseDouble(shape.getAttribute("x")) : 0;
            double right = x + Double.parseDouble(shape.getAttribute("width"));
            assertTrue(x >= 0 && right <= Double.parseDouble(box[2]), x + " to " + right);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7.5, 7.5",
        "999.4, 999",
        "999.6, 1 k",
        "1250000, 1.25 M",
        "48000, 48 k",
        "2.5e9, 2.5 bn",
        "-1200, -1.2 k"
    })
    void money_is_shown_in_three_figures(double amount, String shown) {
        assertEquals(shown, MoneyScale.shown(amount));
    }

    private static Gantt.Bar bar(String wbs, String title, boolean critical) {
        return new Gantt.Bar(
                wbs, wbs, title, false, DAY, DAY.plusDays(10), critical, DAY.plusDays(1), DAY.plusDays(8), 40);
    }

    private static Gantt.Bar gate() {
        var day = LocalDate.parse("2026-09-30");
        return new Gantt.Bar("m", "1.3", "Opening", true, day, day, false, null, day.minusDays(5), 0);
    }

    private static SCurve curve(SCurve.@Nullable Outlook outlook) {
        var points = new ArrayList<SCurve.Point>();
        for (int month = 1; month <= 5; month++) {
            boolean past = month <= 2;
            points.add(new SCurve.Point(
                    DAY.plusMonths(month),
                    new BigDecimal(200_000 * month),
                    past ? new BigDecimal(125_000 * month) : null,
                    past ? new BigDecimal(150_000 * month) : null));
        }
        return new SCurve("Bridge", "USD", DAY.plusMonths(2), new BigDecimal("1000000"), points, outlook);
    }

    private static List<String> texts(Document svg) {
        var texts = svg.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }

    private static int shapes(Document svg, String element, String kind) {
        var found = svg.getElementsByTagName(element);
        return (int) IntStream.range(0, found.getLength())
                .filter(i -> ((Element) found.item(i)).getAttribute("class").equals(kind))
                .count();
    }

    private static Document parsed(String svg) throws Exception {
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        mark(document.getDocumentElement());
        return document;
    }

    /** Without a document type nothing is an id until it is told so. */
    private static void mark(Element element) {
        if (element.hasAttribute("id")) {
            element.setIdAttribute("id", true);
        }
        var children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                mark(child);
            }
        }
    }
}
