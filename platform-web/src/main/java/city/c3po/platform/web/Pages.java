package city.c3po.platform.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a list into pages: the cursor carries the place of the last record shown, sealed together with the path and the
 * filters it belongs to. {@link Listing} does it for aggregates; lists from other queries do it here.
 */
@Singleton
public class Pages {
    private static final Set<String> NO_FILTERS = Set.of("cursor", "limit", "count");
    private static final int FILTER_DIGEST_BYTES = 12;
    private static final String SEPARATOR = "\n";

    private final Cursors cursors;
    private final UriInfo uri;

    Pages(Cursors cursors, UriInfo uri) {
        this.cursors = cursors;
        this.uri = uri;
    }

    /**
     * Where a record stands in the order of its list.
     *
     * @param sortKey as text that can be read back
     * @param id the tie-break
     */
    public record Place(String sortKey, String id) {}

    /** After which record this request's page begins; empty for the first page. */
    public Optional<Place> after(Paging paging) {
        var cursor = paging.cursor();
        if (cursor == null) {
            return Optional.empty();
        }
        // filters, id, sort key: only the last may hold the separator
        var parts = cursors.open(path(), cursor).split(SEPARATOR, 3);
        if (!parts[0].equals(filters())) {
            throw Refusal.CURSOR_MISMATCH.refused();
        }
        return Optional.of(new Place(parts[2], parts[1]));
    }

    /**
     * @param found one record more than the limit, if there is one: it tells that a next page exists
     * @param total how many there are in all, where the caller asked
     */
    public <T> Page<T> page(List<T> found, Paging paging, Function<? super T, Place> place, @Nullable Long total) {
        if (found.size() <= paging.limit()) {
            return Page.of(found, null, total);
        }
        var shown = found.subList(0, paging.limit());
        return Page.of(shown, next(place.apply(shown.getLast())), total);
    }

    /** The address of the page that follows: this request's, with another cursor. */
    String next(Place last) {
        var cursor = cursors.seal(path(), String.join(SEPARATOR, filters(), last.id(), last.sortKey()));
        var parameters = parameters();
        parameters.put("cursor", List.of(cursor));
        return path() + "?"
                + parameters.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().map(value -> pair(entry.getKey(), value)))
                        .collect(Collectors.joining("&"));
    }

    private String filters() {
        var filters = parameters();
        filters.keySet().removeAll(NO_FILTERS);
        var digest = BodyDigest.sha256(filters.toString().getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, FILTER_DIGEST_BYTES));
    }

    private TreeMap<String, List<String>> parameters() {
        return new TreeMap<>(uri.getQueryParameters());
    }

    private String path() {
        return uri.getRequestUri().getRawPath();
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
