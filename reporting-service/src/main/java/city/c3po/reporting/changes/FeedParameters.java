package city.c3po.reporting.changes;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Refusal;
import city.c3po.platform.web.RequestRefused;
import city.c3po.reporting.log.ReportPins;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of the feed. */
public class FeedParameters {
    private static final Pattern REPORT =
            Pattern.compile("report:([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

    @QueryParam("cursor")
    @Parameter(
            description =
                    "Where to go on: taken from page.next or page.delta, which are complete addresses. Without it you begin with a baseline.")
    @Nullable String cursor;

    @QueryParam("since")
    @Parameter(
            description =
                    "Begins without a baseline. latest: the answer has no items, and page.delta leads to what comes from now on. report:{id}: what changed since that report was frozen.",
            schema = @Schema(implementation = String.class, examples = "latest"))
    @Nullable String since;

    @QueryParam("until")
    @Parameter(
            description =
                    "report:{id} ends this round where that report ends, so that since=report:{first}&until=report:{second} is what the second report tells. page.delta leads on from there.",
            schema = @Schema(implementation = String.class, examples = "report:019a0c3e-7d1a-7000-8000-000000000042"))
    @Nullable String until;

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

    @QueryParam("programs")
    @Parameter(
            description =
                    "Only records of these programs, and these programs themselves, by id or number, separated by commas.")
    @Nullable List<String> programs;

    @QueryParam("fields")
    @Parameter(
            description =
                    "Only updates that change one of these members of data, separated by commas; changes then names no others. state, cost/likely.")
    @Nullable List<String> fields;

    @QueryParam("limit")
    @Min(1) @Max(Paging.MAX_LIMIT) @Parameter(description = "How many items a page holds at most, 1 to 500; 50 unless told. Not for streams.")
    @Schema(minimum = "1", maximum = "500", defaultValue = "50")
    @Nullable Integer limit;

    Wish wish(ReportPins pins) {
        if (cursor != null) {
            requireNone("since", since);
            requireNone("until", until);
        }
        return new Wish(
                FeedCursors.PATH,
                cursor,
                since(pins),
                until == null ? null : pin("until", until, pins),
                Mode.of(mode),
                Filters.of(types, departments, programs, fields),
                limit);
    }

    private static void requireNone(String name, @Nullable String value) {
        if (value != null) {
            throw bad(name, "A cursor says already where the round begins and ends.");
        }
    }

    private Wish.Since since(ReportPins pins) {
        return switch (since) {
            case null -> new Wish.Since.Everything();
            case "latest" -> new Wish.Since.Latest();
            default -> new Wish.Since.Report(pin("since", since, pins));
        };
    }

    private static ReportPins.Pin pin(String name, String value, ReportPins pins) {
        var report = REPORT.matcher(value);
        if (!report.matches()) {
            throw bad(name, name.equals("since") ? "Expected latest or report:{id}." : "Expected report:{id}.");
        }
        return pins.of(UUID.fromString(report.group(1)))
                .orElseThrow(() -> bad(name, "There is no report with this id that was frozen."));
    }

    private static RequestRefused bad(String name, String what) {
        return Refusal.BAD_PARAMETER.refused(new Fault(name, Refusal.BAD_PARAMETER.code(), what));
    }
}
