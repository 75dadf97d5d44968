package city.c3po.platform.web;

import jakarta.inject.Singleton;
import java.util.Map;

/** What can be asked of a path. */
@Singleton
class Routes {
    String methodsAt(String path) {
        return "GET";
    }

    Map<String, String> readAt(String method, String path) {
        return Map.of();
    }
}
