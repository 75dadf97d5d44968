package city.c3po.portfolio.statusreport;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.project.PartOrder;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The status reports of a project. */
@Path("/v1/projects/{id}/status-reports")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Status reports", description = "How projects stand at the end of each period, and what follows from it.")
class StatusReportResource {
    private final StatusReports reports;
    private final Projects projects;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    StatusReportResource(
            StatusReports reports,
            Projects projects,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.reports = reports;
        this.projects = projects;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @PUT
    @Path("/{end}")
    @Write(creates = true)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "sayStatus",
            summary = "Draft the status report of a period",
            description =
                    "With the figures of this moment; said again until it is published. By the PPM or the portfolio"
                            + " office. Each month, for a project of the tier LITE each quarter.")
    public RestResponse<StatusReportView> say(
            @PathParam("id") UUID id,
            @Parameter(description = "Last day of the period.", example = "2026-09-30") @PathParam("end") LocalDate end,
            @NotNull @Valid StatusText body) {
        return answer(reports.say(id, end, caller.get(), preconditions.seen(), body, clock.instant()));
    }

    @POST
    @Path("/{end}/publish")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "publishStatus",
            summary = "Publish a status report",
            description = "Takes the figures once more and freezes them. Colours that differ go on the register of"
                    + " divergences; a red one opens its response plan.")
    public RestResponse<StatusReportView> publish(@PathParam("id") UUID id, @PathParam("end") LocalDate end) {
        return answer(reports.publish(id, end, caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listStatusReports",
            summary = "List the status reports of a project",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    public Page<StatusReportView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable StatusReportState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") PartOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        projects.get(id, by);
        return listings.of(StatusReport.class)
                .visibleTo(by)
                .where("r.project = :project", "project", id)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, StatusReportView.class, report -> StatusReportView.of(report, by));
    }

    @GET
    @Path("/{end}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getStatusReport",
            summary = "Read a status report",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<StatusReportView> get(
            @PathParam("id") UUID id,
            @PathParam("end") LocalDate end,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var report = reports.of(id, end, caller.get());
        return asOf == null ? answer(report) : past.asOf(asOf, report, StatusReportView.class);
    }

    @GET
    @Path("/{end}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "statusReportHistory",
            summary = "A status report's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("id") UUID id, @PathParam("end") LocalDate end, @BeanParam @Valid Paging paging) {
        return past.of(reports.of(id, end, caller.get()), paging);
    }

    @GET
    @Path("/{end}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyStatusReport",
            summary = "Verify a status report's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id, @PathParam("end") LocalDate end) {
        return past.verified(reports.of(id, end, caller.get()));
    }

    private RestResponse<StatusReportView> answer(StatusReport report) {
        var by = caller.get();
        return Answer.of(report, by, StatusReportView.of(report, by));
    }
}
