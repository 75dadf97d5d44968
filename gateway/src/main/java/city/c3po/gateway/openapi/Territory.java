package city.c3po.gateway.openapi;

import java.util.List;
import java.util.Optional;

/**
 * Which documented paths may pass the door, and what a service claims by documenting one: each first segment after
 * {@code /v1} and {@code /public/v1} belongs to exactly one service.
 */
final class Territory {
    private static final List<String> SEGMENT_AFTER = List.of("/v1/", "/public/v1/");
    private static final List<String> FILES = List.of("/public/data.json", "/public/feed.atom");
    private static final String DASHBOARD = "/public/dashboard";

    private Territory() {}

    /** The claim that comes with a path, or empty for a path that is never routed. */
    static Optional<String> claimedBy(String path) {
        for (var prefix : SEGMENT_AFTER) {
            if (path.startsWith(prefix)) {
                var end = path.indexOf('/', prefix.length());
                var claim = end < 0 ? path : path.substring(0, end);
                if (claim.contains("{") || claim.length() == prefix.length()) {
                    throw new DocumentRefused("path " + path + " claims every segment after " + prefix);
                }
                return Optional.of(claim);
            }
        }
        if (path.equals(DASHBOARD) || path.startsWith(DASHBOARD + "/")) {
            return Optional.of(DASHBOARD);
        }
        return FILES.contains(path) ? Optional.of(path) : Optional.empty();
    }
}
