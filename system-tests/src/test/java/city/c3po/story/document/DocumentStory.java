package city.c3po.story.document;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import city.c3po.story.cast.Browser;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import city.c3po.testing.Workspace;
import city.c3po.testing.openapi.SpectralLint;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@TheSuite
@Order(5)
class DocumentStory {
    private static final String SERVICE_DOCUMENT = "/q/openapi?format=json";

    private final RunningSuite suite;
    private final Door anybody;

    DocumentStory(RunningSuite suite) {
        this.suite = suite;
        this.anybody = suite.door();
    }

    @Test
    void the_one_document_says_of_every_operation_what_its_service_says() {
        var expected = new TreeMap<String, JsonNode>();
        suite.services().forEach((key, port) -> expected.putAll(Told.operations(documentOf(port))));

        var told = Told.operations(anybody.get("/openapi.json").expect(200).json());

        assertFalse(expected.isEmpty(), "the services document operations");
        assertEquals(expected.keySet(), told.keySet(), "the operations");
        assertAll(expected.keySet().stream()
                .map(operation -> () -> assertEquals(expected.get(operation), told.get(operation), operation)));
    }

    @Test
    void each_service_document_passes_untouched_and_names_its_source() {
        var sources = anybody.get("/openapi.json").expect(200).json().path("x-sources");
        suite.services().forEach((key, port) -> {
            assertEquals(
                    documentOf(port),
                    anybody.get("/openapi/" + key + ".json").expect(200).json(),
                    key);
            assertTrue(
                    sources.findValuesAsText("service").contains(key),
                    "x-sources names %s: %s".formatted(key, sources));
        });
    }

    @Test
    void the_one_document_is_as_clean_as_those_it_is_made_of(@TempDir Path folder) throws IOException {
        var document = anybody.get("/openapi.json").expect(200).body();
        SpectralLint.installed().check(List.of(Files.writeString(folder.resolve("openapi.json"), document)));
    }

    @Test
    void what_services_tell_is_documented_as_cleanly(@TempDir Path folder) throws IOException {
        var documents = new ArrayList<Path>();
        for (var key : suite.services().keySet()) {
            var answer = anybody.get("/asyncapi/" + key + ".json");
            if (answer.status() != 404) {
                documents.add(Files.writeString(
                        folder.resolve(key + ".json"), answer.expect(200).body()));
            }
        }
        assertTrue(documents.stream().anyMatch(document -> document.endsWith("portfolio.json")), documents::toString);
        SpectralLint.installed().check(documents);
    }

    @Test
    void whoever_has_the_document_is_told_so_in_few_bytes() {
        var document = anybody.get("/openapi.json").expect(200);
        assertEquals(
                "",
                anybody.with("If-None-Match", document.etag())
                        .get("/openapi.json")
                        .expect(304)
                        .body());
    }

    @Test
    void only_what_is_documented_passes_the_door() {
        var ppm = suite.door().as("ppm");
        assertAll(
                () -> ppm.get("/v1/no-such-thing").expect(404),
                () -> ppm.get(SERVICE_DOCUMENT).expect(404),
                () -> ppm.get("/q/health").expect(404),
                () -> ppm.get("/q/metrics").expect(404),
                () -> ppm.get("/v1/initiatives/../../q/health").expect(404),
                () -> assertTrue(ppm.text("DELETE", "/v1/changes", "")
                        .expect(405)
                        .header("Allow")
                        .contains("GET")),
                () -> assertEquals(
                        "", ppm.text("HEAD", "/v1/initiatives", "").expect(200).body()),
                () -> assertTrue(suite.door()
                        .text("OPTIONS", "/v1/initiatives", "")
                        .header("Allow")
                        .contains("POST")));
    }

    @Test
    void the_page_shows_all_operations_in_a_real_browser_and_calls_nobody_else() {
        var executable = Browser.installed();
        if (executable.isEmpty()) {
            if (Workspace.demandsAll()) {
                fail("Chromium is not installed, and nothing may be left out");
            }
            Assumptions.abort("Chromium is not installed: the page /docs was not looked at in a browser");
        }
        var home = suite.address() + "/";
        try (var browser = new Browser(executable.orElseThrow())) {
            var page = browser.page();
            page.navigate(home + "docs");

            for (var path : List.of("/v1/initiatives", "/v1/changes")) {
                // Hundreds of operations take a slow machine a while.
                page.getByText(path).first().waitFor(new Locator.WaitForOptions().setTimeout(180_000));
            }
            // A page that fetches more behind the first look would do so by the time it is idle.
            page.waitForLoadState(LoadState.NETWORKIDLE);

            assertEquals(List.of(), browser.complaints(), "what the page complains about");
            assertEquals(
                    List.of(),
                    browser.requests().stream()
                            .filter(url -> !url.startsWith(home))
                            .toList(),
                    "whom else the page calls");
        }
    }

    private JsonNode documentOf(int port) {
        return suite.behindTheDoor(port).get(SERVICE_DOCUMENT).expect(200).json();
    }
}
