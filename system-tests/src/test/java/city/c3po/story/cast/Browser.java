package city.c3po.story.cast;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium that notes whatever a page complains about and whomever it calls. */
public final class Browser implements AutoCloseable {
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    public Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        // Containers run the build as root, where Chromium's own sandbox cannot start.
                        .setArgs(List.of("--no-sandbox")));
        page = chromium.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequestFailed(request -> complaints.add("not loaded: " + request.url() + " " + request.failure()));
        page.onRequest(request -> requests.add(request.url()));
    }

    public static Optional<Path> installed() {
        var names = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        var folders = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of);
        return Stream.concat(
                        folders.flatMap(folder -> names.stream().map(folder::resolve)),
                        Stream.of(Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public Page page() {
        return page;
    }

    public List<String> complaints() {
        return complaints;
    }

    /** Everything the page asked for, but what it carries in itself. */
    public List<String> requests() {
        return requests.stream()
                .filter(url -> !url.startsWith("data:") && !url.startsWith("blob:"))
                .toList();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
