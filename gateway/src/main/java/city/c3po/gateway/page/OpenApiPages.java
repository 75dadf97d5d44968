package city.c3po.gateway.page;

import city.c3po.gateway.documents.Published;
import city.c3po.gateway.documents.ServiceDocuments;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The aggregate at {@code /openapi.json} and {@code .yaml}, each service's own bytes at {@code /openapi/<key>.json}. */
@Singleton
class OpenApiPages implements Pages {
    private record Moment(Published published, Map<String, Supplier<Page>> pages, Map<String, Future<Page>> rendered) {}

    private final ServiceDocuments documents;
    private final Vertx vertx;
    private volatile @Nullable Moment moment;

    OpenApiPages(ServiceDocuments documents, Vertx vertx) {
        this.documents = documents;
        this.vertx = vertx;
    }

    /** Rendered once for each moment, and not by the thread that serves others: the aggregate has some megabytes. */
    @Override
    public @Nullable Future<Page> at(String path) {
        if (!path.startsWith("/openapi")) {
            return null;
        }
        var current = current();
        var page = current.pages().get(path);
        return page == null
                ? null
                : current.rendered().computeIfAbsent(path, asked -> vertx.executeBlocking(page::get, false));
    }

    /** Two requests may find a new moment at once; the one that ends later wins and both are right. */
    private Moment current() {
        var published = documents.published();
        var last = moment;
        if (last == null || last.published() != published) {
            last = new Moment(published, pages(published), new ConcurrentHashMap<>());
            moment = last;
        }
        return last;
    }

    private static Map<String, Supplier<Page>> pages(Published published) {
        var pages = new HashMap<String, Supplier<Page>>();
        pages.put("/openapi.json", () -> Page.document("application/json", published.json()));
        pages.put("/openapi.yaml", () -> Page.document("application/yaml", published.yaml()));
        for (var source : published.sources()) {
            var document = source.document();
            if (document != null) {
                pages.put(
                        "/openapi/" + source.service() + ".json",
                        () -> Page.document("application/json", document.bytes()));
            }
        }
        return Map.copyOf(pages);
    }
}
