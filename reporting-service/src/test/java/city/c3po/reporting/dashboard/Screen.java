package city.c3po.reporting.dashboard;

import city.c3po.testing.Workspace;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A real browser. Where there is none these tests are skipped and say so; with {@code -Dc3po.all=true} that is a failure. */
final class Screen implements AutoCloseable {
    static final int PHONE = 360;
    static final int DESK = 1280;

    private final Playwright playwright;
    private final Browser browser;

    private Screen(Path chromium) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox")));
    }

    static Screen open() {
        var chromium = installed();
        if (!Workspace.demandsAll()) {
            Assumptions.assumeTrue(chromium.isPresent(), "no Chromium is installed");
        }
        return new Screen(chromium.orElseThrow(() -> new AssertionError("no Chromium is installed")));
    }

    private static Optional<Path> installed() {
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    Page page(int width, boolean dark, String language, String address) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setLocale(language)
                        .setJavaScriptEnabled(false))
                .newPage();
        page.navigate(RestAssured.baseURI + ":" + RestAssured.port + address);
        return page;
    }

    /** With script, for the tester's own tools. */
    Page scripted(int width, boolean dark, String address) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setBypassCSP(true))
                .newPage();
        page.navigate(RestAssured.baseURI + ":" + RestAssured.port + address);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
