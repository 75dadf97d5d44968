package city.c3po.reporting.dashboard;

import city.c3po.platform.rule.Convention;
import city.c3po.reporting.rendering.Assets;
import city.c3po.reporting.rendering.Format;
import city.c3po.reporting.rendering.Words;
import city.c3po.reporting.report.Printing;
import city.c3po.reporting.report.Report;
import city.c3po.reporting.report.ReportState;
import city.c3po.reporting.report.Reports;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What residents see. Needs no token, and shows nothing that was not published. */
@Path("/public/dashboard")
@RunOnVirtualThread
@Tag(name = "Public", description = "What everybody may read: the dashboard, the reports, the feed and the catalogue.")
class DashboardResource {
    private static final String HTML = "text/html";
    private static final String CACHED = "public, max-age=300, stale-while-revalidate=600";
    private static final Pattern FILE =
            Pattern.compile("([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:\\.([a-z]{3,4}))?");
    /** Unless it is taken least of all, which is not at all. */
    private static final Pattern GZIP =
            Pattern.compile("(?:gzip|\\*)(?:\\s*;\\s*q=(?!0(?:\\.0*)?$).*)?", Pattern.CASE_INSENSITIVE);

    private static final List<Variant> TONGUES = Variant.languages(
                    Words.LANGUAGES.stream().map(Locale::of).toArray(Locale[]::new))
            .build();

    private final DashboardCache cache;
    private final DashboardPage page;
    private final Reports reports;
    private final Printing printing;
    private final InstantSource clock;
    private final Template message;

    DashboardResource(
            DashboardCache cache,
            DashboardPage page,
            Reports reports,
            Printing printing,
            InstantSource clock,
            @Location("message.html") Template message) {
        this.cache = cache;
        this.page = page;
        this.reports = reports;
        this.printing = printing;
        this.clock = clock;
        this.message = message;
    }

    @GET
    @Produces(HTML)
    @PermitAll
    @Operation(
            operationId = "getDashboard",
            summary = "The public dashboard",
            description =
                    "The portfolio by stage and colour, timeline, money, audit recommendations, what changed and all reports: as the last published report has them, or with asOf the one that was published then. Works without script; English and Spanish.")
    @APIResponse(
            responseCode = "200",
            description = "The page.",
            content = @Content(mediaType = HTML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "The page has not changed.")
    public Response dashboard(
            @Parameter(description = "en or es; without it, what Accept-Language asks for.")
                    @QueryParam("lang")
                    @Nullable String lang,
            @Parameter(description = "As it stood at this instant.") @QueryParam("asOf") @Nullable Instant asOf,
            @Context Request request,
            @Context HttpHeaders headers) {
        var words = words(lang, request);
        var html = asOf == null || asOf.isAfter(clock.instant())
                ? cache.get(words)
                : DashboardCache.Kept.of(page.html(words, asOf));
        boolean zipped = takesGzip(headers);
        var answer = Response.ok(zipped ? html.zipped() : html.bytes(), HTML + ";charset=UTF-8")
                .tag(new EntityTag(zipped ? html.tag() + "-gzip" : html.tag()))
                .header("Cache-Control", CACHED)
                .header("Content-Language", words.language())
                .header("Content-Security-Policy", Assets.POLICY)
                .header("Vary", "Accept-Encoding, Accept-Language");
        return (zipped ? answer.header("Content-Encoding", "gzip") : answer).build();
    }

    private static boolean takesGzip(HttpHeaders headers) {
        return headers.getRequestHeader("Accept-Encoding").stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .anyMatch(coding -> GZIP.matcher(coding.strip()).matches());
    }

    @GET
    @Path("/reports/{id}")
    @Produces({HTML, "application/pdf", "text/csv", "application/json", FeedResource.XLSX})
    @PermitAll
    @Operation(
            operationId = "getPublicReport",
            summary = "A published report",
            description =
                    "As HTML, PDF, CSV, XLSX or JSON, by Accept or by a suffix of the address such as .pdf. 410 with the reason and the fingerprint when it was withdrawn. Whoever accepts text/html is told of it on a page.")
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content = {
                @Content(mediaType = HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = FeedResource.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "404",
            description = "There is no such report, or it was never published.",
            content = @Content(mediaType = HTML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "410",
            description = "It was withdrawn.",
            content = @Content(mediaType = HTML, schema = @Schema(type = SchemaType.STRING)))
    public Response report(
            @Parameter(description = "The report's id, with or without a suffix.") @PathParam("id") String id,
            @Parameter(description = "en or es; without it, what Accept-Language asks for.")
                    @QueryParam("lang")
                    @Nullable String lang,
            @Context Request request,
            @Context HttpHeaders headers) {
        var words = words(lang, request);
        // who reads is answered with a page, a program with a problem
        boolean reads = headers.getAcceptableMediaTypes().contains(MediaType.TEXT_HTML_TYPE);
        var name = FILE.matcher(id);
        var format = format(name.matches() ? name.group(2) : null, request);
        Optional<Report> found = name.matches() && format.isPresent()
                ? reports.published(UUID.fromString(name.group(1)))
                : Optional.empty();
        if (found.isEmpty()) {
            Convention.NOT_FOUND.require(reads);
            return message(404, words, "dash.notFound.heading", List.of(words.say("dash.notFound.text")));
        }
        var report = found.get();
        var frozen = Objects.requireNonNull(report.frozen());
        if (report.reportState() == ReportState.WITHDRAWN) {
            if (!reads) {
                report.requireFigures();
            }
            return message(
                    410,
                    words,
                    "dash.withdrawn.heading",
                    List.of(
                            words.say(
                                    "dash.withdrawn.text",
                                    String.valueOf(report.outcome().reason())),
                            words.say("dash.withdrawn.hash", frozen.sha256())));
        }
        var answer = printing.print(
                report, frozen.revision(), format.get(), words.language(), "/public/dashboard/reports/" + report.id());
        return Response.fromResponse(answer).header("Cache-Control", CACHED).build();
    }

    private Response message(int status, Words words, String heading, List<String> lines) {
        var html = message.data("w", words)
                .data("heading", words.say(heading))
                .data("lines", lines)
                .data("css", Assets.CSS)
                .render();
        return Response.status(status)
                .type(HTML + ";charset=UTF-8")
                .header("Cache-Control", "public, max-age=60")
                .header("Content-Language", words.language())
                .header("Content-Security-Policy", Assets.POLICY)
                .entity(html.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static Optional<Format> format(@Nullable String suffix, Request request) {
        if (suffix != null) {
            return Format.ofSuffix(suffix);
        }
        var forms = new Format[] {Format.HTML, Format.PDF, Format.CSV, Format.JSON, Format.XLSX};
        var variant = request.selectVariant(Variant.mediaTypes(Arrays.stream(forms)
                        .map(format -> MediaType.valueOf(format.mediaType()))
                        .toArray(MediaType[]::new))
                .build());
        return Optional.of(
                variant == null
                        ? Format.HTML
                        : Arrays.stream(forms)
                                .filter(format ->
                                        variant.getMediaType().isCompatible(MediaType.valueOf(format.mediaType())))
                                .findFirst()
                                .orElse(Format.HTML));
    }

    private static Words words(@Nullable String asked, Request request) {
        if (asked != null) {
            return Words.in(asked);
        }
        var variant = request.selectVariant(TONGUES);
        return Words.in(variant == null ? null : variant.getLanguage().getLanguage());
    }
}
