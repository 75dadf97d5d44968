package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Funding lines. */
@Path("/v1/funding-lines")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Funding lines", description = "Lines of the budget that can pay for initiatives.")
class FundingLineResource {
    private final FundingLines fundingLines;
    private final ReferenceDesk desk;
    private final Preconditions preconditions;

    FundingLineResource(FundingLines fundingLines, ReferenceDesk desk, Preconditions preconditions) {
        this.fundingLines = fundingLines;
        this.desk = desk;
        this.preconditions = preconditions;
    }

    @PUT
    @Path("/{code}")
    @Write(creates = true)
    @RolesAllowed({Roles.POLICY_ADMIN, Roles.FEEDER})
    @Operation(
            operationId = "putFundingLine",
            summary = "Record a funding line",
            description =
                    "Creates it (If-None-Match: *) or says it anew (If-Match). A feeder needs neither on records of"
                            + " its own source. Saying the same again changes nothing.")
    public RestResponse<FundingLineView> put(
            @Parameter(description = "The budget's code.", example = "FL-CIP-0412")
                    @PathParam("code")
                    @Pattern(regexp = Codes.FUNDING_LINE) String code,
            @NotNull @Valid FundingLine.Entry body) {
        return desk.put(fundingLines, code, body, preconditions, FundingLineView::of);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getFundingLine",
            summary = "Read a funding line",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<FundingLineView> get(
            @PathParam("code") String code,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        return desk.get(fundingLines, code, asOf, FundingLineView.class, FundingLineView::of);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listFundingLines",
            summary = "List funding lines",
            description = "All funding lines that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<FundingLineView> list(
            @Parameter(description = "Only lines of this department's budget.")
                    @QueryParam("department")
                    @Size(max = 50) @Nullable String department,
            @Parameter(description = "Only lines of this fiscal year.") @QueryParam("fiscalYear") @Nullable Integer fiscalYear,
            @Parameter(description = "Only what this source said.") @QueryParam("source") @Size(max = 50) @Nullable String source,
            @Parameter(description = "Only (or no) sample data.") @QueryParam("sampleData") @Nullable Boolean sampleData,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("CODE") ReferenceOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = desk.caller();
        return desk.list(FundingLine.class)
                .where("r.said ->> 'department' = :department", "department", department)
                .where("(r.said ->> 'fiscalYear')::int = :fiscalYear", "fiscalYear", fiscalYear)
                .where("r.source = :source", "source", source)
                .where("r.sample_data = :sample", "sample", sampleData)
                .orderedBy(sort)
                .answer(paging, FundingLineView.class, fundingLine -> FundingLineView.of(fundingLine, by));
    }

    @GET
    @Path("/{code}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "fundingLineHistory",
            summary = "A funding line's history",
            description = "Who said what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("code") String code, @BeanParam @Valid Paging paging) {
        return desk.history(fundingLines, code, paging);
    }

    @GET
    @Path("/{code}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyFundingLine",
            summary = "Verify a funding line's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("code") String code) {
        return desk.verify(fundingLines, code);
    }
}
