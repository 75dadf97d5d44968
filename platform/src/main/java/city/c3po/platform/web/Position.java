package city.c3po.platform.web;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a caller stands in a list: the sort key and id of the last record it got, sealed with the filters it used. */
final class Position {
    /** @param sortKey as PostgreSQL writes it as text */
    record Last(String sortKey, String id) {}

    private static final Set<String> NO_FILTERS = Set.of("cursor", "limit", "count");
    private static final int FILTER_DIGEST_BYTES = 12;

    private final Cursors cursors;
    private final String path;
    private final TreeMap<String, java.util.List<String>> parameters;

    Position(Cursors cursors, UriInfo uri) {
        this.cursors = cursors;
        this.path = uri.getRequestUri().getRawPath();
        this.parameters = new TreeMap<>(uri.getQueryParameters());
    }

    Optional<Last> read(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        // filters, id, sort key: only the last may hold the separator
        var parts = cursors.open(path, cursor).split("\n", 3);
        if (!parts[0].equals(filters())) {
            throw Refusal.CURSOR_MISMATCH.refused();
        }
        return Optional.of(new Last(parts[2], parts[1]));
    }

    /** The address of the page that follows. */
    String after(Last last) {
        var cursor = cursors.seal(path, filters() + "\n" + last.id() + "\n" + last.sortKey());
        var others = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("cursor"))
                .flatMap(parameter -> parameter.getValue().stream().map(value -> pair(parameter.getKey(), value)))
                .map(pair -> pair + "&")
                .collect(Collectors.joining());
        return path + "?" + others + pair("cursor", cursor);
    }

    private String filters() {
        var used = new TreeMap<>(parameters);
        used.keySet().removeAll(NO_FILTERS);
        var digest = BodyDigest.sha256(used.toString().getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOf(digest, FILTER_DIGEST_BYTES));
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
