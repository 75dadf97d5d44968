package city.c3po.reporting.report;

import city.c3po.platform.actor.Actor;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Report cycles and their verbs. */
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

    @Schema(name = "ReportReason", description = "Why, for everybody to read.")
    record Reason(@NotBlank @Size(max = 1000) String reason) {}

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
        return answer(reports.add(fresh(body, null, at), by, report -> report.schedule(by, at)));
    }

    private Report fresh(Cycle cycle, @Nullable UUID supersedes, Instant at) {
        return new Report(cycle, days.deadlines(cycle), days.of(at).getYear(), supersedes, at);
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
            return report.edit(by, better, days.deadlines(better), clock.instant());
        }));
    }

    @POST
    @Path("/{id}/collect")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "collectReportCycle",
            summary = "Begin to collect",
            description = "From now on the office looks after what comes in for this report.")
    public RestResponse<ReportCycleView> collect(@PathParam("id") UUID id) {
        return move(id, ReportAction.COLLECT, Report::collect);
    }

    @POST
    @Path("/{id}/review")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "reviewReport",
            summary = "Hand a frozen report over for review",
            description = "A second person reads it, and publishes or returns it.")
    public RestResponse<ReportCycleView> review(@PathParam("id") UUID id) {
        return move(id, ReportAction.REVIEW, Report::review);
    }

    @POST
    @Path("/{id}/return")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.CLERK})
    @Operation(
            operationId = "returnReport",
            summary = "Return a report that is not published",
            description =
                    "It collects again; frozen anew it is the next revision. The one that is returned stays readable.")
    public RestResponse<ReportCycleView> giveBack(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return move(id, ReportAction.RETURN, (report, by, at) -> report.giveBack(by, body.reason(), at));
    }

    @POST
    @Path("/{id}/publish")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.CLERK})
    @Operation(
            operationId = "publishReport",
            summary = "Publish a report",
            description =
                    "By a second person: not whoever froze it. The public dashboard shows it from now on. 409 chain-holds when another report of the body was published since it was frozen.")
    public RestResponse<ReportCycleView> publish(@PathParam("id") UUID id) {
        return answer(reports.publish(id, caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/{id}/supersede")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "supersedeReport",
            summary = "Put a corrected report in a published one's place",
            description =
                    "The answer is the cycle of the corrected report, which collects already; supersedes names the old one, which stays readable and says that it is superseded.")
    @APIResponse(responseCode = "201", description = "The cycle of the corrected report.")
    public RestResponse<ReportCycleView> supersede(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        var by = caller.get();
        var at = clock.instant();
        var present = reports.get(id, by);
        reports.awaitTurn(present.body());
        var corrected = fresh(present.cycle(), id, at);
        reports.change(
                id,
                by,
                preconditions.seen(),
                ReportAction.SUPERSEDE,
                report -> report.supersede(by, corrected.id(), body.reason(), shownWithout(id), at));
        return answer(reports.add(
                corrected,
                by,
                report -> Stream.concat(report.schedule(by, at).stream(), report.collect(by, at).stream())
                        .toList()));
    }

    @POST
    @Path("/{id}/withdraw")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.CLERK})
    @Operation(
            operationId = "withdrawReport",
            summary = "Take a published report back",
            description =
                    "Its figures are read no more (410 with the reason); its number and its hash remain in the archive and in the chain.")
    public RestResponse<ReportCycleView> withdraw(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        reports.awaitTurn(reports.get(id, caller.get()).body());
        return move(
                id,
                ReportAction.WITHDRAW,
                (report, by, at) -> report.withdraw(by, body.reason(), shownWithout(id), at));
    }

    private @Nullable UUID shownWithout(UUID id) {
        return reports.shown(id).map(Report::id).orElse(null);
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.CLERK})
    @Operation(
            operationId = "cancelReportCycle",
            summary = "Cancel a report",
            description =
                    "There was no meeting. Nothing is lost: the next report begins where the last published one ended.")
    public RestResponse<ReportCycleView> cancel(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return move(id, ReportAction.CANCEL, (report, by, at) -> report.cancel(by, body.reason(), at));
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

    private interface Move {
        List<ReportEvent> of(Report report, Actor by, Instant at);
    }

    private RestResponse<ReportCycleView> move(UUID id, ReportAction action, Move move) {
        var by = caller.get();
        return answer(
                reports.change(id, by, preconditions.seen(), action, report -> move.of(report, by, clock.instant())));
    }

    private RestResponse<ReportCycleView> answer(Report report) {
        var by = caller.get();
        return Answer.of(report, by, ReportCycleView.of(report, by));
    }
}
