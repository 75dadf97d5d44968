package city.c3po.reporting.dashboard;

import city.c3po.reporting.rendering.Format;
import city.c3po.reporting.rendering.Words;
import city.c3po.reporting.rendering.Xml;
import city.c3po.reporting.report.Report;
import city.c3po.reporting.report.ReportState;
import city.c3po.reporting.report.Reports;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The reports for programs: as a feed, and as a data catalogue. */
@Path("/public")
@RunOnVirtualThread
@Tag(name = "Public", description = "What everybody may read: the dashboard, the reports, the feed and the catalogue.")
class FeedResource {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ATOM = "application/atom+xml";
    private static final String CACHED = "public, max-age=300, stale-while-revalidate=600";

    private final Reports reports;
    private final String publisher;
    private final String contact;

    FeedResource(
            Reports reports,
            @ConfigProperty(name = "c3po.public.publisher") String publisher,
            @ConfigProperty(name = "c3po.public.contact") String contact) {
        this.reports = reports;
        this.publisher = publisher;
        this.contact = contact;
    }

    @GET
    @Path("/feed.atom")
    @Produces(ATOM)
    @PermitAll
    @Operation(
            operationId = "getReportFeed",
            summary = "The feed of reports",
            description =
                    "Atom (RFC 4287): every report that was published, the latest first; a withdrawn one says so.")
    @APIResponse(
            responseCode = "200",
            description = "The feed.",
            content = @Content(mediaType = ATOM, schema = @Schema(type = SchemaType.STRING)))
    public Response feed(@Context UriInfo uri) {
        var all = reports.archive();
        var words = Words.in("en");
        var base = base(uri);
        var xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
        xml.append("<id>")
                .append(Xml.escaped(base))
                .append("/public/feed.atom</id>\n<title>")
                .append(Xml.escaped(words.say("feed.title")))
                .append("</title>\n<updated>")
                .append(all.stream()
                        .map(FeedResource::changed)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH))
                .append("</updated>\n<author><name>")
                .append(Xml.escaped(publisher))
                .append("</name></author>\n<link rel=\"self\" href=\"")
                .append(Xml.escaped(base))
                .append("/public/feed.atom\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"")
                .append(Xml.escaped(base))
                .append("/public/dashboard\"/>\n");
        for (var report : all) {
            entry(xml, report, base);
        }
        return Response.ok(xml.append("</feed>\n").toString(), ATOM + ";charset=UTF-8")
                .header("Cache-Control", CACHED)
                .build();
    }

    private static void entry(StringBuilder xml, Report report, String base) {
        boolean withdrawn = report.reportState() == ReportState.WITHDRAWN;
        var remark = report.outcome().reason() == null
                ? ""
                : " (" + report.reportState().name().toLowerCase(Locale.ROOT) + ": "
                        + report.outcome().reason() + ")";
        xml.append("<entry>\n<id>urn:uuid:")
                .append(report.id())
                .append("</id>\n<title>")
                .append(Xml.escaped(report.number() + ": " + report.cycle().title() + remark))
                .append("</title>\n<published>")
                .append(published(report))
                .append("</published>\n<updated>")
                .append(changed(report))
                .append("</updated>\n<summary>SHA-256 ")
                .append(Objects.requireNonNull(report.frozen()).sha256())
                .append("</summary>\n");
        link(xml, "alternate", "text/html", base + address(report));
        if (!withdrawn) {
            for (var format : List.of(Format.PDF, Format.CSV, Format.XLSX, Format.JSON)) {
                link(xml, "enclosure", format.mediaType(), base + address(report) + "." + format.suffix());
            }
        }
        xml.append("</entry>\n");
    }

    private static void link(StringBuilder xml, String relation, String type, String href) {
        xml.append("<link rel=\"")
                .append(relation)
                .append("\" type=\"")
                .append(type)
                .append("\" href=\"")
                .append(Xml.escaped(href))
                .append("\"/>\n");
    }

    private static String address(Report report) {
        return DashboardPage.PATH + "/reports/" + report.id();
    }

    /** A feed reader looks again at an entry whose time has changed. */
    private static Instant changed(Report report) {
        return Objects.requireNonNull(report.outcome().changedAt());
    }

    private static Instant published(Report report) {
        return Objects.requireNonNull(report.outcome().publishedAt());
    }

    @GET
    @Path("/data.json")
    @Produces("application/json")
    @PermitAll
    @Operation(
            operationId = "getDataCatalogue",
            summary = "The data catalogue",
            description = "DCAT-US 3: one data set, the reports, with each published report in each of its forms.")
    @APIResponse(
            responseCode = "200",
            description = "The catalogue.",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response catalogue(@Context UriInfo uri) {
        var base = base(uri);
        var all = reports.archive().stream()
                .filter(report -> report.reportState() != ReportState.WITHDRAWN)
                .toList();
        var catalogue = JsonNodeFactory.instance.objectNode();
        catalogue.put("@context", "https://resources.data.gov/resources/dcat-us3/context/dcat-us-3.0.jsonld");
        catalogue.put("@type", "Catalog");
        catalogue.put("@id", base + "/public/data.json");
        catalogue.put("conformsTo", "https://resources.data.gov/dcat-us/3.0.0");
        catalogue.put("title", "Technology portfolio of the city");
        catalogue.put("description", "What was reported to the committee about the city's technology projects.");
        publisher(catalogue);
        var dataset = catalogue.putArray("dataset").addObject();
        dataset.put("@type", "Dataset");
        dataset.put("identifier", base + "/public/dashboard/reports");
        dataset.put("title", "Reports of the technology portfolio");
        dataset.put(
                "description",
                "Projects, initiatives, money, milestones, audit recommendations and changes, as frozen for each meeting.");
        dataset.put("accessRights", "public");
        dataset.put("accrualPeriodicity", "R/P2M");
        dataset.put("landingPage", base + "/public/dashboard");
        dataset.putArray("language").add("en").add("es");
        dataset.putArray("keyword")
                .add("technology")
                .add("projects")
                .add("audit")
                .add("city council");
        dataset.put(
                "modified",
                all.stream()
                        .map(report -> published(report).toString())
                        .findFirst()
                        .orElse(null));
        publisher(dataset);
        var contactPoint = dataset.putObject("contactPoint");
        contactPoint.put("@type", "vcard:Contact");
        contactPoint.put("fn", publisher);
        contactPoint.put("hasEmail", "mailto:" + contact);
        var distributions = dataset.putArray("distribution");
        for (var report : all) {
            for (var format : Format.values()) {
                var distribution = distributions.addObject();
                distribution.put("@type", "Distribution");
                distribution.put(
                        "title", report.number() + ": " + report.cycle().title() + " (" + format + ")");
                distribution.put("downloadURL", base + address(report) + "." + format.suffix());
                distribution.put("mediaType", format.mediaType());
                distribution.put("issued", published(report).toString());
            }
        }
        return Response.ok(catalogue, "application/json")
                .header("Cache-Control", CACHED)
                .build();
    }

    private void publisher(ObjectNode of) {
        of.putObject("publisher").put("@type", "Organization").put("name", publisher);
    }

    /** As the reader came: the gateway's address, when it came through it. */
    private static String base(UriInfo uri) {
        var base = uri.getBaseUri().toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
