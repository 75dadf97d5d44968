package city.c3po.inventory.catalogue;

import city.c3po.platform.web.MediaTypes;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue, for machines, spreadsheets and people. */
@Path("/public/v1/enterprise-systems")
@RunOnVirtualThread
@Tag(
        name = "Enterprise systems",
        description = "The public catalogue of enterprise systems (California SB 272). No token needed.")
class EnterpriseSystemResource {
    private static final List<String> COLUMNS = List.of(
            "name",
            "vendor",
            "product",
            "purpose",
            "dataCategories",
            "custodianDepartment",
            "collectionFrequency",
            "updateFrequency");

    private final EnterpriseSystems systems;

    EnterpriseSystemResource(EnterpriseSystems systems) {
        this.systems = systems;
    }

    @GET
    @Produces(MediaTypes.JSON)
    @PermitAll
    @Operation(
            operationId = "listEnterpriseSystems",
            summary = "The catalogue as JSON",
            description = "All enterprise systems in use, by name. Exempt ones show only their name.")
    public List<EnterpriseSystem> list() {
        return systems.all();
    }

    @GET
    @Path("/csv")
    @Produces(MediaTypes.CSV)
    @PermitAll
    @Operation(
            operationId = "enterpriseSystemsAsCsv",
            summary = "The catalogue as CSV",
            description = "The columns of the law, one system a line.")
    public String csv() throws IOException {
        var text = new StringWriter();
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(COLUMNS);
        systems.all()
                .forEach(system -> csv.writeRecord(
                        cells(system).map(EnterpriseSystemResource::harmless).toList()));
        csv.flush();
        return text.toString();
    }

    @GET
    @Path("/html")
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    @Operation(
            operationId = "enterpriseSystemsAsHtml",
            summary = "The catalogue as a page",
            description = "A table for people, with a banner when any line was made for a demonstration.")
    public String html() {
        var all = systems.all();
        var head = COLUMNS.stream()
                .map(name -> "<th scope=\"col\">" + name + "</th>")
                .collect(Collectors.joining());
        var rows = all.stream()
                .map(system -> "<tr>"
                        + cells(system)
                                .map(cell -> "<td>" + escaped(cell) + "</td>")
                                .collect(Collectors.joining())
                        + "</tr>")
                .collect(Collectors.joining("\n"));
        var banner = all.stream().anyMatch(EnterpriseSystem::sampleData)
                ? "<p role=\"note\"><strong>Some of these are sample data.</strong></p>\n"
                : "";
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Catalogue of enterprise systems</title></head>
                <body>
                <h1>Catalogue of enterprise systems</h1>
                %s<table>
                <thead><tr>%s</tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                </body>
                </html>
                """.formatted(banner, head, rows);
    }

    private static Stream<String> cells(EnterpriseSystem system) {
        return Stream.of(
                        system.name(),
                        system.vendor(),
                        system.product(),
                        system.purpose(),
                        system.dataCategories() == null ? null : String.join("; ", system.dataCategories()),
                        system.custodianDepartment(),
                        system.collectionFrequency(),
                        system.updateFrequency())
                .map(EnterpriseSystemResource::orEmpty);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A spreadsheet would take it for a formula. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
