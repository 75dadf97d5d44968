package city.c3po.platform.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters every list has; a resource takes them as {@code @BeanParam @Valid Paging paging}. */
public class Paging {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1) @Max(MAX_LIMIT) @Parameter(description = "How many records a page holds at most, 1 to 500.")
    @Schema(minimum = "1", maximum = "500", defaultValue = "50")
    int limit = DEFAULT_LIMIT;

    @QueryParam("cursor")
    @Parameter(description = "Where the next page begins: taken from next of the page before, with the same filters.")
    @Nullable String cursor;

    @QueryParam("count")
    @DefaultValue("false")
    @Parameter(description = "true also counts all matching records into total.")
    boolean count;

    public int limit() {
        return limit;
    }

    public @Nullable String cursor() {
        return cursor;
    }

    public boolean count() {
        return count;
    }
}
