package city.c3po.reporting.report;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.MergePatch;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Report cycles: scheduled, edited, read. */
@Path("/v1/report-cycles")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Report cycles", description = "When a committee is told what: from the schedule to the public report.")
class ReportCycleResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";

    private final Reports reports;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDays days;

    ReportCycleResource(
            Reports reports,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDays days) {
        this.reports = reports;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.days = days;
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "scheduleReportCycle",
            summary = "Schedule a report",
            description =
                    "For a body and a meeting, with the last day that it tells of. Its dates may move until it is frozen.")
    public RestResponse<ReportCycleView> schedule(@NotNull @Valid Cycle body) {
        var by = caller.get();
        var at = clock.instant();
        var report = new Report(days.schedule(body), days.of(at).getYear(), null, at);
        return answer(reports.add(report, by, added -> added.schedule(by, at)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "editReportCycle",
            summary = "Edit a report that is not frozen",
            description = "Its body, title, dates, agenda item and what is asked of the committee.")
    public RestResponse<ReportCycleView> edit(@PathParam("id") UUID id, @NotNull MergePatch<Cycle> patch) {
        var by = caller.get();
        return answer(reports.edit(id, by, preconditions.seen(), ReportAction.EDIT, report -> {
            var better = patch.appliedTo(report.cycle());
            return report.edit(by, days.schedule(better), clock.instant());
        }));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getReportCycle",
            summary = "Read a report cycle",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<ReportCycleView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var report = reports.get(id, caller.get());
        return asOf == null ? answer(report) : past.asOf(asOf, report, ReportCycleView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listReportCycles",
            summary = "List report cycles",
            description = "All of them, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<ReportCycleView> list(
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable ReportState state,
            @Parameter(description = "Only for this body, by its code.") @QueryParam("body") @Nullable String body,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("LATEST_MEETING") ReportOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Report.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .where("r.body = :body", "body", body)
                .orderedBy(sort)
                .answer(paging, ReportCycleView.class, report -> ReportCycleView.of(report, by));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getReportCycleHistory",
            summary = "Who did what to a report",
            description = "Oldest first, with what each step changed.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(reports.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "verifyReportCycleHistory",
            summary = "Whether a report's history is untouched",
            description = "Names the first row that was tampered with.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(reports.get(id, caller.get()));
    }

    private RestResponse<ReportCycleView> answer(Report report) {
        var by = caller.get();
        return Answer.of(report, by, ReportCycleView.of(report, by));
    }
}
