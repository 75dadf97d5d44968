package city.c3po.gateway.page;

import city.c3po.gateway.documents.Published;
import city.c3po.gateway.documents.ServiceDocuments;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The aggregate at {@code /openapi.json} and {@code .yaml}, each service's own bytes at {@code /openapi/<key>.json}. */
@Singleton
class OpenApiPages implements Pages {
    private record Rendered(Published from, Map<String, Future<Page>> pages) {}

    private final ServiceDocuments documents;
    private volatile @Nullable Rendered rendered;

    OpenApiPages(ServiceDocuments documents) {
        this.documents = documents;
    }

    @Override
    public @Nullable Future<Page> at(String path) {
        return path.startsWith("/openapi") ? current().get(path) : null;
    }

    /** Two requests may render the same at once; the one that ends later wins and both are right. */
    private Map<String, Future<Page>> current() {
        var published = documents.published();
        var last = rendered;
        if (last == null || last.from() != published) {
            last = new Rendered(published, render(published));
            rendered = last;
        }
        return last.pages();
    }

    private static Map<String, Future<Page>> render(Published published) {
        var pages = new HashMap<String, Future<Page>>();
        pages.put("/openapi.json", Future.succeededFuture(Page.document("application/json", published.json())));
        pages.put("/openapi.yaml", Future.succeededFuture(Page.document("application/yaml", published.yaml())));
        for (var source : published.sources()) {
            var document = source.document();
            if (document != null) {
                var page = Page.document("application/json", document.bytes());
                pages.put("/openapi/" + source.service() + ".json", Future.succeededFuture(page));
            }
        }
        return Map.copyOf(pages);
    }
}
