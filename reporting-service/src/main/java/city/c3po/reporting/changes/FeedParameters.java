package city.c3po.reporting.changes;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Refusal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of the feed. */
public class FeedParameters {
    @QueryParam("cursor")
    @Parameter(
            description =
                    "Where to go on: taken from page.next or page.delta, which are complete addresses. Without it you begin with a baseline.")
    @Nullable String cursor;

    @QueryParam("since")
    @Parameter(
            description =
                    "latest begins without a baseline: the answer has no items, and page.delta leads to what comes from now on.")
    @Schema(enumeration = "latest")
    @Nullable String since;

    @QueryParam("mode")
    @Parameter(
            description =
                    "net (default) tells one item per subject and round. log tells every change; without a cursor it begins with the first there ever was.")
    @Schema(
            enumeration = {"net", "log"},
            defaultValue = "net")
    @Nullable String mode;

    @QueryParam("types")
    @Parameter(
            description =
                    "Only subjects of these types, such as initiative or department, separated by commas. asset is told only to who asks for it.")
    @Nullable List<String> types;

    @QueryParam("departments")
    @Parameter(
            description =
                    "Only records of these departments, and these departments themselves, by code, separated by commas.")
    @Nullable List<String> departments;

    @QueryParam("fields")
    @Parameter(
            description =
                    "Only updates that change one of these members of data, separated by commas; changes then names no others. state, cost/likely.")
    @Nullable List<String> fields;

    @QueryParam("limit")
    @Min(1) @Max(Paging.MAX_LIMIT) @Parameter(description = "How many items a page holds at most, 1 to 500; 50 unless told. Not for streams.")
    @Schema(minimum = "1", maximum = "500", defaultValue = "50")
    @Nullable Integer limit;

    Wish wish() {
        if (since != null && (!since.equals("latest") || cursor != null)) {
            throw Refusal.BAD_PARAMETER.refused(
                    new Fault("since", Refusal.BAD_PARAMETER.code(), "Expected latest, and no cursor beside it."));
        }
        return new Wish(cursor, since != null, Mode.of(mode), Filters.of(types, departments, fields), limit);
    }
}
