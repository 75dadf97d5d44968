package city.c3po.reporting.report;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.reporting.model.Canonical;
import city.c3po.reporting.rendering.Format;
import city.c3po.reporting.rendering.Words;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reports whose figures stand, in five forms. */
@Path("/v1/reports")
@RunOnVirtualThread
@Tag(name = "Reports", description = "What a committee was told: frozen, hashed, in five forms with the same figures.")
class ReportResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";
    private static final String HTML = "text/html";
    private static final String PDF = "application/pdf";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Pattern FILE =
            Pattern.compile("([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:\\.([a-z]{3,4}))?");
    private static final List<Variant> FORMS = Variant.mediaTypes(Arrays.stream(Format.values())
                    .map(format -> MediaType.valueOf(format.mediaType()))
                    .toArray(MediaType[]::new))
            .build();
    private static final List<Variant> TONGUES = Variant.languages(
                    Words.LANGUAGES.stream().map(Locale::of).toArray(Locale[]::new))
            .build();

    private final Reports reports;
    private final Revisions revisions;
    private final Printing printing;
    private final Listings listings;
    private final CurrentActor caller;

    ReportResource(Reports reports, Revisions revisions, Printing printing, Listings listings, CurrentActor caller) {
        this.reports = reports;
        this.revisions = revisions;
        this.printing = printing;
        this.listings = listings;
        this.caller = caller;
    }

    @Schema(name = "ReportVerification", description = "Whether a report and the chain before it are untouched.")
    record Verification(
            boolean verified,

            @Schema(description = "How many reports were looked at, this one included.")
            int reports,

            @Schema(
                    nullable = true,
                    description = "The first that does not match its hash, or does not continue the one before it.")
            @Nullable String broken,

            @Schema(description = "SHA-256 of this one's canonical JSON, reckoned now.")
            String sha256) {}

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listReports",
            summary = "List reports",
            description =
                    "Those that have figures, the latest meeting first, as pages of JSON or streamed as CSV or NDJSON.")
    public Page<ReportView> list(
            @Parameter(description = "Only for this body, by its code.") @QueryParam("body") @Nullable String body,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable ReportState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("LATEST_MEETING") ReportOrder sort,
            @BeanParam @Valid Paging paging) {
        return listings.of(Report.class)
                .visibleTo(caller.get())
                .where("r.frozen is not null")
                .where("r.body = :body", "body", body)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, ReportView.class, ReportView::of);
    }

    @GET
    @Path("/{id}")
    @Produces({MediaTypes.JSON, HTML, PDF, MediaTypes.CSV, XLSX})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getReport",
            summary = "Read a report",
            description =
                    "As JSON (the frozen model itself, canonical), HTML, PDF, CSV or XLSX: by Accept, or by a suffix of the address (.json, .html, .pdf, .csv, .xlsx). All carry the same figures; Repr-Digest is the SHA-256 of what is sent. 409 report-frozen when it has no figures yet, 410 report-withdrawn when it was taken back.")
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            headers =
                    @Header(
                            name = "Repr-Digest",
                            description = "SHA-256 of the representation (RFC 9530).",
                            schema = @Schema(implementation = String.class)),
            content = {
                @Content(mediaType = MediaTypes.JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "409", description = "It has no figures yet (report-frozen).")
    @APIResponse(responseCode = "410", description = "It was taken back (report-withdrawn); reason says why.")
    public Response get(
            @Parameter(description = "The report's id, with or without a suffix.") @PathParam("id") String id,
            @Parameter(description = "en or es; without it, what Accept-Language asks for.")
                    @QueryParam("lang")
                    @Nullable String lang,
            @Context Request request) {
        var report = reports.get(uuid(id), caller.get());
        var frozen = report.requireFigures();
        return printing.print(
                report, frozen.revision(), format(id, request), language(lang, request), "/v1/reports/" + report.id());
    }

    @GET
    @Path("/{id}/revisions/{n}")
    @Produces({MediaTypes.JSON, HTML, PDF, MediaTypes.CSV, XLSX})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getReportRevision",
            summary = "Read a revision of a report",
            description = "As it was frozen then: a report that was returned and frozen anew has several.")
    @APIResponse(
            responseCode = "200",
            description = "The revision.",
            content = {
                @Content(mediaType = MediaTypes.JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "409", description = "It has no figures yet (report-frozen).")
    @APIResponse(responseCode = "410", description = "It was taken back (report-withdrawn); reason says why.")
    public Response revision(
            @PathParam("id") UUID id,
            @Parameter(description = "From 1, with or without a suffix such as .pdf.") @PathParam("n") String n,
            @Parameter(description = "en or es; without it, what Accept-Language asks for.")
                    @QueryParam("lang")
                    @Nullable String lang,
            @Context Request request) {
        var number = Pattern.compile("([0-9]{1,6})(?:\\.([a-z]{3,4}))?").matcher(n);
        Convention.NOT_FOUND.require(number.matches());
        var report = reports.get(id, caller.get());
        report.requireFigures();
        return printing.print(
                report,
                Integer.parseInt(number.group(1)),
                number.group(2) == null ? negotiated(request) : suffix(number.group(2)),
                language(lang, request),
                "/v1/reports/" + id + "/revisions/" + number.group(1));
    }

    @GET
    @Path("/{id}/verify")
    @Produces(MediaTypes.JSON)
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "verifyReport",
            summary = "Whether a report and the chain before it are untouched",
            description =
                    "Reckons the SHA-256 of each report of the chain anew and compares it with what was frozen and with what the next one says of it.")
    public Verification verify(@PathParam("id") UUID id) {
        var report = reports.get(id, caller.get());
        var sha256 = "";
        var looked = new ArrayList<UUID>();
        @Nullable String expected = null;
        for (@Nullable Report link = report; link != null; ) {
            var frozen = link.requireSealed();
            var found = revisions.of(link.id(), frozen.revision());
            var reckoned = found.map(revision -> Canonical.sha256(Canonical.of(Printing.read(revision.model()))))
                    .orElse("");
            var said = found.map(revision -> Printing.read(revision.model())
                            .at("/chain/previous/sha256")
                            .asText(""))
                    .orElse("");
            looked.add(link.id());
            sha256 = sha256.isEmpty() ? reckoned : sha256;
            boolean whole = reckoned.equals(frozen.sha256())
                    && (expected == null || expected.equals(reckoned))
                    && said.equals(Objects.requireNonNullElse(frozen.previousSha256(), ""));
            if (!whole) {
                return new Verification(false, looked.size(), "/v1/reports/" + link.id(), sha256);
            }
            expected = frozen.previousSha256();
            link = frozen.previous() == null ? null : reports.link(frozen.previous());
        }
        return new Verification(true, looked.size(), null, sha256);
    }

    private static UUID uuid(String file) {
        var name = FILE.matcher(file);
        Convention.NOT_FOUND.require(name.matches());
        return UUID.fromString(name.group(1));
    }

    private static Format format(String file, Request request) {
        var name = FILE.matcher(file);
        return name.matches() && name.group(2) != null ? suffix(name.group(2)) : negotiated(request);
    }

    private static Format suffix(String suffix) {
        return Format.ofSuffix(suffix).orElseThrow(Convention.NOT_FOUND::violated);
    }

    private static Format negotiated(Request request) {
        var variant = request.selectVariant(FORMS);
        return variant == null
                ? Format.JSON
                : Arrays.stream(Format.values())
                        .filter(format -> format.mediaType()
                                .equals(variant.getMediaType().getType() + "/"
                                        + variant.getMediaType().getSubtype()))
                        .findFirst()
                        .orElse(Format.JSON);
    }

    private static @Nullable String language(@Nullable String asked, Request request) {
        if (asked != null) {
            return asked;
        }
        var variant = request.selectVariant(TONGUES);
        return variant == null ? null : variant.getLanguage().getLanguage();
    }
}
