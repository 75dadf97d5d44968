package city.c3po.gateway.page;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Some of the gateway's own pages. */
public interface Pages {
    /** The page at exactly this path, or null when these pages have none there. Never blocks. */
    @Nullable Future<Page> at(String path);
}
