package city.c3po.audit.exchange;

import city.c3po.audit.audit.Audits;
import city.c3po.audit.recommendation.NewRecommendation;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.upload.Upload;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An audit's findings and recommendations as a table. */
@Path("/v1/audits/{id}")
@RunOnVirtualThread
@Tag(name = "Audits")
class FindingSheetResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";

    private final FindingSheets sheets;
    private final SheetWriting writing;
    private final Audits audits;
    private final CurrentActor caller;

    FindingSheetResource(FindingSheets sheets, SheetWriting writing, Audits audits, CurrentActor caller) {
        this.sheets = sheets;
        this.writing = writing;
        this.audits = audits;
        this.caller = caller;
    }

    @POST
    @Path("/import")
    @Consumes({MediaTypes.CSV, MediaTypes.XLSX})
    @Produces(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "importFindingSheet",
            summary = "Take a finding sheet",
            description =
                    "A table with the columns name, ref_id and, as wanted, description, severity, status, priority, eta,"
                            + " due_date, department: each row a finding with its recommendation. CSV in UTF-8 or Windows-1252,"
                            + " separated by comma, semicolon or tab, or the first sheet of a workbook; at most 1,000 rows. All"
                            + " rows or none. A ref_id that is there stays as it is. eta becomes a milestone.")
    public RestResponse<SheetReport> take(
            @PathParam("id") UUID id,
            @Parameter(description = "Only say what would become of it, with all errors.")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            @Parameter(description = "Leads where a row names no department.", example = "DEP-IT")
                    @QueryParam("department")
                    @Pattern(regexp = NewRecommendation.DEPARTMENT) @Nullable String department,
            @Parameter(description = "The day on which the statuses were reported.", example = "2021-02-04")
                    @QueryParam("asOf")
                    @Nullable LocalDate asOf,
            @Parameter(description = "The document that says so.", example = "Report of February 2021")
                    @QueryParam("document")
                    @Size(max = 500) @Nullable String document,
            @RequestBody(
                            description = "The sheet.",
                            content = {
                                @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
                                @Content(
                                        mediaType = MediaTypes.XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream body) {
        try (var upload = Upload.receive(body)) {
            return RestResponse.ok(
                    sheets.take(id, caller.get(), upload, new FindingSheets.Wish(dryRun, department, asOf, document)));
        }
    }

    @GET
    @Path("/sheet.csv")
    @Produces(MediaTypes.CSV)
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "findingSheet",
            summary = "An audit as a finding sheet",
            description = "The recommendations that you may see, in the columns that importing understands.")
    public Page<SheetLine> sheet(@PathParam("id") UUID id) {
        return table(id);
    }

    @GET
    @Path("/sheet.xlsx")
    @Produces(MediaTypes.XLSX)
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "findingWorkbook",
            summary = "An audit as a workbook",
            description = "The finding sheet as XLSX: importing takes it as it is.")
    public Page<SheetLine> workbook(@PathParam("id") UUID id) {
        return table(id);
    }

    private Page<SheetLine> table(UUID id) {
        var by = caller.get();
        return writing.of(audits.get(id, by).id(), by);
    }
}
