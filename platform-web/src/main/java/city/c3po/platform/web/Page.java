package city.c3po.platform.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list; or, where the caller asked for CSV or NDJSON, all of it, read from the database while it is
 * written.
 */
@JsonPropertyOrder({"items", "next", "total"})
public final class Page<V> {
    @JsonProperty
    @Schema(required = true, description = "At most limit records, in the order asked for.")
    private final List<V> items;

    @JsonProperty
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(
            required = true,
            nullable = true,
            description = "Where the next page is; null on the last one.",
            examples = "/v1/initiatives?limit=50&cursor=k1.eyJ2IjoxfQ.c2lnbmF0dXJl")
    private final @Nullable String next;

    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "How many records match; only with count=true.")
    private final @Nullable Long total;

    @JsonIgnore
    @Schema(hidden = true)
    private final @Nullable Rows<V> rows;

    private Page(List<V> items, @Nullable String next, @Nullable Long total, @Nullable Rows<V> rows) {
        this.items = List.copyOf(items);
        this.next = next;
        this.total = total;
        this.rows = rows;
    }

    public static <V> Page<V> of(List<V> items, @Nullable String next) {
        return new Page<>(items, next, null, null);
    }

    public static <V> Page<V> of(List<V> items, @Nullable String next, @Nullable Long total) {
        return new Page<>(items, next, total, null);
    }

    /** Everything the filter matches, written as it is read. */
    public static <V> Page<V> streaming(Rows<V> rows) {
        return new Page<>(List.of(), null, null, rows);
    }

    /** The same page, its records shown in another form. */
    <W> Page<W> with(List<W> others) {
        return new Page<>(others, next, total, null);
    }

    List<V> items() {
        return items;
    }

    @Nullable Rows<V> rows() {
        return rows;
    }
}
