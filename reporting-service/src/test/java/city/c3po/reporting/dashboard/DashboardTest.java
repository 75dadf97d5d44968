package city.c3po.reporting.dashboard;

import static city.c3po.reporting.report.Cycles.PPM;
import static city.c3po.reporting.report.Cycles.id;
import static city.c3po.reporting.report.Cycles.today;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Api;
import city.c3po.reporting.City;
import city.c3po.reporting.Portfolio;
import city.c3po.reporting.SampleCity;
import city.c3po.reporting.report.Cycles;
import city.c3po.testing.WithInfra;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What residents see, in a real browser. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardTest {
    private static final Api ANYBODY = Api.nobody();
    private static final Path SHOTS = Path.of("target", "pages");

    private City city;
    private String first;
    private String second;
    private Instant between;
    private boolean told;

    @BeforeEach
    void tell() throws Exception {
        if (!told) {
            told = true;
            Files.createDirectories(SHOTS);
            city = new City();
            city.mark(Instant.now());
            var cycles = new Cycles(city);
            SampleCity.tell(city, Instant.now().minus(Duration.ofDays(90)), today(), false);
            first = cycles.published(today().minusDays(65));
            between = Instant.now().truncatedTo(ChronoUnit.MICROS);
            SampleCity.tell(city, Instant.now().minus(Duration.ofDays(3)), today(), true);
            city.tell(
                    "initiative",
                    "triaged",
                    city.body + "-i",
                    Instant.now(),
                    "\"title\":\"=HYPERLINK(\\\"http://evil.example\\\") <script>alert(1)</script> "
                            + "Very long ".repeat(1_000)
                            + "\",\"state\":\"TRIAGED\",\"sponsoringDepartment\":\"DEP-PW\",\"triage\":{\"outcome\":\"MAJOR\"},\"sampleData\":true");
            second = cycles.publish(cyclesFrozen(cycles));
            cycles.collecting(today().plusDays(40));
        }
    }

    private static String cyclesFrozen(Cycles cycles) {
        var path = cycles.collecting(
                today().minusDays(1),
                ",\"agendaItem\":\"D.1\",\"decisionsAsked\":[\"Approve the revised budget of the FMS Upgrade.\"]");
        PPM.verb(path, "freeze", "{}").is(200);
        return path;
    }

    private List<String> pages() {
        return List.of(
                "/public/dashboard",
                "/public/dashboard?lang=es",
                "/public/dashboard?asOf=2020-01-01T00:00:00Z",
                "/public/dashboard?asOf=" + between,
                "/public/dashboard/reports/" + id(second) + "?lang=en",
                "/public/dashboard/reports/" + id(second) + "?lang=es",
                "/public/dashboard/reports/00000000-0000-7000-8000-000000000000");
    }

    @Test
    void axeFindsNothingInLightAndDark() {
        try (var screen = Screen.open()) {
            for (var address : pages()) {
                for (var dark : List.of(false, true)) {
                    var page = screen.scripted(dark ? Screen.PHONE : Screen.DESK, dark, address);
                    var found = new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                            .analyze()
                            .getViolations();
                    assertEquals(List.of(), found, () -> address + " dark=" + dark);
                    page.context().close();
                }
            }
        }
    }

    @Test
    void holdsOnPhoneAndDeskInPrintAndWithoutScript() {
        try (var screen = Screen.open()) {
            for (int width : List.of(320, 768)) {
                for (var address : List.of(pages().getFirst(), pages().get(2), pages().get(4))) {
                    var page = screen.page(width, false, "en-US", address);
                    assertTrue(widthOf(page) <= width, () -> address + " is wider than " + width);
                    page.context().close();
                }
            }
            shoot(screen.page(Screen.DESK, false, "en-US", "/public/dashboard"), "desk-light");
            shoot(screen.page(Screen.DESK, true, "en-US", "/public/dashboard"), "desk-dark");
            shoot(screen.page(Screen.PHONE, false, "es-US", "/public/dashboard"), "phone-es");
            shoot(screen.page(Screen.PHONE, true, "en-US", "/public/dashboard"), "phone-dark");
            shoot(
                    screen.page(Screen.DESK, false, "en-US", "/public/dashboard?asOf=2020-01-01T00:00:00Z"),
                    "desk-empty");
            shoot(screen.page(Screen.DESK, false, "en-US", "/public/dashboard/reports/" + id(second)), "desk-report");
            shoot(screen.page(Screen.PHONE, false, "en-US", "/public/dashboard/reports/" + id(second)), "phone-report");
            var print = screen.page(Screen.DESK, false, "en-US", "/public/dashboard");
            keep(
                    "dashboard-print.pdf",
                    print.pdf(new Page.PdfOptions().setFormat("Letter").setPrintBackground(true)));
            keep(
                    "report.pdf",
                    ANYBODY.get("/public/dashboard/reports/" + id(second) + ".pdf")
                            .is(200)
                            .bytes());
        }
    }

    private static int widthOf(Page page) {
        // without script the page cannot say; a shot of all of it can
        return widthOfPng(page.screenshot(new Page.ScreenshotOptions().setFullPage(true)));
    }

    /** Of a PNG. */
    private static int widthOfPng(byte[] png) {
        return ByteBuffer.wrap(png, 16, 4).getInt();
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + ".png")));
        page.context().close();
    }

    private static void keep(String name, byte[] bytes) {
        try {
            Files.write(SHOTS.resolve(name), bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void asksNobodyElseAndRunsNothing() {
        try (var screen = Screen.open()) {
            var page = screen.page(Screen.DESK, false, "en-US", "/public/dashboard");
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            page.reload();
            assertEquals(1, asked.size(), asked.toString());
            assertFalse(page.content().contains("<script"), "nothing to run");
        }
        var answer = ANYBODY.get("/public/dashboard").is(200);
        var policy = answer.header("Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("public, max-age=300, stale-while-revalidate=600", answer.header("Cache-Control"));
        assertEquals("en", answer.header("Content-Language"));
        assertEquals(
                304,
                ANYBODY.get("/public/dashboard", "If-None-Match", answer.header("ETag"))
                        .status());
        assertEquals(
                "es",
                ANYBODY.get("/public/dashboard", "Accept-Language", "es-MX,es;q=0.9")
                        .header("Content-Language"));
        assertEquals(
                "en", ANYBODY.get("/public/dashboard", "Accept-Language", "de").header("Content-Language"));
    }

    @Test
    void whoeverTakesItGetsThePageZipped() throws Exception {
        var plain = raw("identity, gzip;q=0");
        var zipped = raw("br, gzip;q=0.8");

        assertTrue(plain.headers().firstValue("Content-Encoding").isEmpty());
        assertEquals("gzip", zipped.headers().firstValue("Content-Encoding").orElseThrow());
        assertEquals(
                "Accept-Encoding, Accept-Language",
                zipped.headers().firstValue("Vary").orElseThrow());
        assertFalse(zipped.headers().firstValue("ETag").equals(plain.headers().firstValue("ETag")), "other bytes");
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertArrayEquals(plain.body(), unzipped.readAllBytes());
        }
    }

    private static HttpResponse<byte[]> raw(String encoding) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(
                                    RestAssured.baseURI + ":" + RestAssured.port + "/public/dashboard?lang=en"))
                            .header("Accept-Encoding", encoding)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void whatComesFromRecordsIsTextAndNothingElse() {
        var html = ANYBODY.get("/public/dashboard/reports/" + id(second) + "?lang=en")
                .is(200)
                .text();
        assertFalse(html.contains("<script>alert"), "markup in a title");
        assertTrue(html.contains("&lt;script&gt;alert(1)"), "is shown as text");
        assertFalse(html.contains("Very long ".repeat(100)), "a title of 10,000 characters is shortened");
        var csv = ANYBODY.get("/public/dashboard/reports/" + id(second) + ".csv")
                .is(200)
                .text();
        assertFalse(
                csv.lines().anyMatch(line -> line.contains(",=HYPERLINK") || line.contains(",\"=HYPERLINK")),
                "no formula");
        assertTrue(csv.contains("'=HYPERLINK"));
    }

    @Test
    void theOnePastIsTheOneThatWasPublishedThen() {
        var past =
                ANYBODY.get("/public/dashboard?lang=en&asOf=" + between).is(200).text();
        assertTrue(past.contains(PPM.get(first).at("/number") + "</a></dd>"), "the report of then");
        var now = ANYBODY.get("/public/dashboard?lang=en").is(200).text();
        assertTrue(now.contains(PPM.get(second).at("/number") + "</a></dd>"));
        var empty = ANYBODY.get("/public/dashboard?lang=en&asOf=2020-01-01T00:00:00Z")
                .is(200)
                .text();
        assertTrue(empty.contains("There is no report yet"), "before the first");
        ANYBODY.get("/public/dashboard?asOf=yesterday").is(400, "bad-parameter");
        ANYBODY.get("/public/dashboard?stage=all").is(400, "unknown-parameter");
    }

    @Test
    void theFeedAndTheCatalogueNameWhatCanBeRead() {
        var feed = ANYBODY.get("/public/feed.atom").is(200);
        assertTrue(feed.header("Content-Type").startsWith("application/atom+xml"));
        assertTrue(feed.text().contains("urn:uuid:" + id(first)) && feed.text().contains("urn:uuid:" + id(second)));
        var catalogue = ANYBODY.get("/public/data.json").is(200).json();
        var addresses = new ArrayList<String>();
        catalogue
                .at("/dataset/0/distribution")
                .forEach(one -> addresses.add(one.path("downloadURL").asText()));
        var ours = addresses.stream()
                .filter(address -> address.contains(id(second)))
                .toList();
        assertEquals(5, ours.size(), addresses.toString());
        for (var address : ours) {
            ANYBODY.get(address).is(200);
        }
        assertEquals("Catalog", catalogue.path("@type").asText());
    }

    @Test
    void aWithdrawnReportSaysSo() {
        var other = new City();
        other.mark(Instant.now());
        var path = new Cycles(other).published(today().minusDays(1));
        ANYBODY.get("/public/dashboard/reports/" + id(path)).is(200);
        PPM.verb(path, "withdraw", "{\"reason\":\"A <b>name</b> was in it.\"}").is(200);
        for (var suffix : List.of("", ".pdf", ".csv", ".xlsx", ".json", ".html")) {
            var gone = ANYBODY.get(
                            "/public/dashboard/reports/" + id(path) + suffix,
                            "Accept",
                            "text/html,application/xhtml+xml,*/*;q=0.8")
                    .is(410);
            assertTrue(gone.text().contains("A &lt;b&gt;name&lt;/b&gt; was in it."));
            assertTrue(gone.text().contains(PPM.get(path).at("/frozen/sha256")));
        }
        assertEquals(
                "A <b>name</b> was in it.",
                ANYBODY.get("/public/dashboard/reports/" + id(path))
                        .is(410, "report-withdrawn")
                        .at("/reason"));
        var addresses = ANYBODY.get("/public/data.json").text();
        assertFalse(addresses.contains(id(path)), "not in the catalogue");
        var feed = ANYBODY.get("/public/feed.atom").text();
        assertTrue(feed.contains("withdrawn: A &lt;b&gt;name"), "the feed says so");
        var entry = feed.substring(feed.indexOf("urn:uuid:" + id(path)));
        assertTrue(time(entry, "updated").isAfter(time(entry, "published")), "and that its readers should look again");
        other.close();
    }

    private static Instant time(String entry, String name) {
        int begin = entry.indexOf("<" + name + ">") + name.length() + 2;
        return Instant.parse(entry.substring(begin, entry.indexOf("<", begin)));
    }

    @Test
    void whenTheNextReportIsOverdueThePageSaysSo() {
        try (var other = new City();
                var screen = Screen.open()) {
            other.mark(Instant.now());
            var old = new Cycles(other).published(today().minusDays(150));
            Portfolio.await(
                    "the page warns",
                    () -> ANYBODY.get("/public/dashboard?lang=en").text().contains("A new one was expected by now."));
            shoot(screen.page(Screen.PHONE, false, "en-US", "/public/dashboard"), "phone-stale");
            PPM.verb(old, "withdraw", "{\"reason\":\"It was a trial.\"}").is(200);
            Portfolio.await(
                    "the one before is shown again",
                    () -> !ANYBODY.get("/public/dashboard?lang=en").text().contains("A new one was expected by now."));
        }
    }

    @AfterAll
    void close() {
        if (city != null) {
            city.close();
        }
    }

    @Test
    void theReportNamesItsOtherForms() {
        var html = ANYBODY.get("/public/dashboard/reports/" + id(second) + "?lang=en")
                .is(200)
                .text();
        for (var suffix : List.of("pdf", "xlsx", "csv", "json")) {
            assertTrue(html.contains("/public/dashboard/reports/" + id(second) + "." + suffix), suffix);
        }
    }
}
