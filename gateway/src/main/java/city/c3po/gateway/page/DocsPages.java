package city.c3po.gateway.page;

import city.c3po.gateway.Resources;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Documentation for people at {@code /docs}: Swagger UI on the aggregate, served from here and from nowhere else. */
@Singleton
class DocsPages implements Pages {
    private static final String POLICY =
            "script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";
    private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";
    private static final String CSS = "text/css;charset=UTF-8";

    private final Map<String, Future<Page>> pages;

    DocsPages() {
        var webjar = "META-INF/resources/webjars/swagger-ui/" + versionOf("org.webjars/swagger-ui") + "/";
        var html = new String(Resources.read("docs/index.html"), StandardCharsets.UTF_8);
        var index = Future.succeededFuture(Page.html(200, html, POLICY));
        pages = Map.of(
                "/docs", index,
                "/docs/", index,
                "/docs/start.js", asset(JAVASCRIPT, "docs/start.js"),
                "/docs/page.css", asset(CSS, "docs/page.css"),
                "/docs/swagger-ui.css", asset(CSS, webjar + "swagger-ui.css"),
                "/docs/swagger-ui-bundle.js", asset(JAVASCRIPT, webjar + "swagger-ui-bundle.js"),
                "/docs/favicon.png", asset("image/png", webjar + "favicon-32x32.png"));
    }

    @Override
    public @Nullable Future<Page> at(String path) {
        return pages.get(path);
    }

    private static Future<Page> asset(String mediaType, String resource) {
        return Future.succeededFuture(Page.asset(mediaType, Resources.read(resource)));
    }

    /** The web jar has its version in its paths; asking it saves saying the version twice. */
    private static String versionOf(String artifact) {
        var text = new String(Resources.read("META-INF/maven/" + artifact + "/pom.properties"), StandardCharsets.UTF_8);
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(artifact, e);
        }
        return properties.getProperty("version");
    }
}
