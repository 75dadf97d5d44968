package city.c3po.gateway.page;

import city.c3po.gateway.Resources;
import city.c3po.gateway.Services;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each service tells on its topic, at {@code /asyncapi/<key>.json}: the copy from the build, which contracts made. */
@Singleton
class AsyncApiPages implements Pages {
    private final Map<String, Future<Page>> pages = new HashMap<>();

    AsyncApiPages(Services services) {
        for (var service : services.baseUrls().keySet()) {
            Resources.find("bundled/asyncapi/" + service + ".json")
                    .map(bytes -> Page.document("application/json", bytes))
                    .ifPresent(page -> pages.put("/asyncapi/" + service + ".json", Future.succeededFuture(page)));
        }
    }

    @Override
    public @Nullable Future<Page> at(String path) {
        return pages.get(path);
    }
}
