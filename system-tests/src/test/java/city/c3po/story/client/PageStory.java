package city.c3po.story.client;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.c3po.story.cast.Browser;
import city.c3po.story.cast.Proposals;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import city.c3po.testing.Workspace;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The example page of {@code clients/typescript} in a real browser, with a real login. */
@TheSuite
@Order(6)
class PageStory {
    private static final int PATIENCE_MILLIS = 60_000;

    private final RunningSuite suite;

    PageStory(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void a_page_logs_in_with_pkce_writes_reads_and_follows_the_stream() throws Exception {
        var chromium = Browser.installed();
        assertFalse(chromium.isEmpty() && Workspace.demandsAll(), "Chromium is not installed");
        assumeTrue(chromium.isPresent(), "Chromium is not installed: the page was not looked at in a browser");
        TypeScriptClient.build(suite);
        var server = serve(site());
        try (var browser = new Browser(chromium.get())) {
            var page = browser.page();
            page.setDefaultTimeout(PATIENCE_MILLIS);
            page.navigate(suite.spaOrigin() + "/index.html");

            logIn(page);
            assertThat(page).hasURL(suite.spaOrigin() + "/index.html");
            assertThat(page.locator("body"))
                    .hasAttribute("data-follows", "yes", new HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
            var title = "A page of its own " + UUID.randomUUID();
            page.getByLabel("Title").fill(title);
            button(page, "Save the draft").click();

            assertThat(page.locator("#initiatives")).containsText(title);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved as INI-");
            assertThat(page.locator("#news")).containsText(Pattern.compile("INI-\\S+ created"));

            var elsewhere = suite.door()
                    .as("submitter")
                    .post("/v1/initiatives", Proposals.incomplete("Written by somebody else"))
                    .expect(201)
                    .text("/number");
            assertThat(page.locator("#news")).containsText(elsewhere + " created");
            assertEquals(List.of(), browser.complaints(), "what the page complains about");
        } finally {
            server.stop(0);
        }
    }

    private static void logIn(Page page) {
        button(page, "Log in").click();
        page.locator("#username").fill("submitter");
        page.locator("#password").fill("submitter");
        page.locator("#kc-login").click();
        button(page, "Save the draft").waitFor();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** The page as a web server would have it: compiled, and with its settings beside it. */
    private Path site() throws IOException {
        var site = TypeScriptClient.OUTPUT.resolve("page");
        for (var folder : List.of("src", "example")) {
            Files.createDirectories(site.resolve(folder));
            try (var scripts =
                    Files.list(TypeScriptClient.FOLDER.resolve("build").resolve(folder))) {
                for (var script : scripts.toList()) {
                    copy(script, site.resolve(folder).resolve(script.getFileName()));
                }
            }
        }
        copy(TypeScriptClient.FOLDER.resolve("example/index.html"), site.resolve("index.html"));
        copy(
                TypeScriptClient.FOLDER.resolve("node_modules/openapi-fetch/dist/index.mjs"),
                site.resolve("openapi-fetch.js"));
        Files.writeString(site.resolve("settings.json"), """
                {"gateway": "%s", "issuer": "http://127.0.0.1:%d/realms/city", "client": "c3po-spa"}
                """.formatted(suite.address(), suite.port(8180)));
        return site;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private HttpServer serve(Path site) {
        var origin = suite.spaOrigin();
        var server = SimpleFileServer.createFileServer(
                new InetSocketAddress(origin.getHost(), origin.getPort()),
                site.toAbsolutePath(),
                SimpleFileServer.OutputLevel.NONE);
        server.start();
        return server;
    }
}
