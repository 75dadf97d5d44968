package city.c3po.reporting.report;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.CompleteThrough;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
    private final Freezing freezing;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDays days;

    ReportCycleResource(
            Reports reports,
            Freezing freezing,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDays days) {
        this.reports = reports;
        this.freezing = freezing;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.days = days;
    }

    @Schema(name = "Freeze", description = "How to freeze.")
    record Freeze(
            @Schema(
                    nullable = true,
                    description =
                            "Freeze although a source is not complete up to the cut-off, and print this reason on the report. Without it the report waits.")
            @Size(min = 1, max = 1000) @Nullable String override) {}

    @Schema(name = "ReportReason", description = "Why, for everybody to read.")
    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    /** What a freeze is waiting for. */
    @Schema(name = "FreezeMonitor", description = "What became of a freeze, or what it is waiting for.")
    record Monitor(
            @Schema(
                    description = "NOT_ASKED, WAITING, REFUSED or FROZEN.",
                    enumeration = {"NOT_ASKED", "WAITING", "REFUSED", "FROZEN"})
            String state,

            @Schema(nullable = true) @Nullable Instant requestedAt,

            @Schema(description = "Everything up to here must be known.")
            Instant cutOff,

            @Schema(description = "The sources that are not known up to the cut-off.")
            List<Behind> waitsFor,

            @Schema(nullable = true, description = "The problem's code, when it could not be frozen.") @Nullable String refusedFor,

            @Schema(nullable = true, description = "The report, once it is frozen.") @Nullable String report) {

        @Schema(name = "SourceBehind", description = "A source that is not known up to the cut-off.")
        record Behind(
                String service,

                @Schema(nullable = true, description = "Known up to here; null when it has not said.") @Nullable Instant watermark) {
            static Behind of(CompleteThrough.Source source) {
                return new Behind(source.source(), source.through());
            }
        }
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
        return answer(reports.add(fresh(body, null, at), by, report -> report.schedule(by, at)));
    }

    private Report fresh(Cycle cycle, @Nullable UUID supersedes, Instant at) {
        return new Report(cycle, days.endOf(cycle.cutOff()), days.of(at).getYear(), supersedes, at);
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
            return report.edit(by, better, days.endOf(better.cutOff()), clock.instant());
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
        var by = caller.get();
        return answer(reports.change(
                id, by, preconditions.seen(), ReportAction.COLLECT, report -> report.collect(by, clock.instant())));
    }

    @POST
    @Path("/{id}/freeze")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "freezeReport",
            summary = "Make a report's figures stand",
            description =
                    "After the cut-off. When every source is known up to the cut-off the report is frozen at once (200). When one is not, it waits and is frozen by itself (202; Location is its status monitor), unless an override says why not to wait; that is printed on the report. 409 roll-forward-balances when the figures do not add up.")
    @APIResponse(responseCode = "200", description = "It is frozen.")
    @APIResponse(responseCode = "202", description = "It waits for its sources. Location is the status monitor.")
    public RestResponse<ReportCycleView> freeze(@PathParam("id") UUID id, @NotNull @Valid Freeze body) {
        var by = caller.get();
        var report = freezing.freeze(id, by, preconditions.seen(), body.override());
        if (report.reportState() == ReportState.FROZEN) {
            return answer(report);
        }
        return RestResponse.ResponseBuilder.<ReportCycleView>create(Response.Status.ACCEPTED)
                .location(URI.create(report.href() + "/freeze"))
                .tag(report.entityTag(by))
                .entity(ReportCycleView.of(report, by))
                .build();
    }

    @GET
    @Path("/{id}/freeze")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getFreezeMonitor",
            summary = "What a freeze is waiting for",
            description = "The status monitor of a freeze: WAITING names the sources that are not complete yet.")
    public Monitor monitor(@PathParam("id") UUID id) {
        var report = reports.get(id, caller.get());
        boolean waits = report.freezeRequestedAt() != null;
        var state = waits
                ? "WAITING"
                : report.freezeRefusedFor() != null ? "REFUSED" : report.frozen() != null ? "FROZEN" : "NOT_ASKED";
        return new Monitor(
                state,
                report.freezeRequestedAt(),
                report.cutOff(),
                waits ? freezing.behind(report).stream().map(Monitor.Behind::of).toList() : List.of(),
                report.freezeRefusedFor(),
                report.frozen() == null ? null : "/v1/reports/" + id);
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
        var by = caller.get();
        return answer(reports.change(
                id, by, preconditions.seen(), ReportAction.REVIEW, report -> report.review(by, clock.instant())));
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
        var by = caller.get();
        return answer(reports.change(
                id,
                by,
                preconditions.seen(),
                ReportAction.RETURN,
                report -> report.giveBack(by, body.reason(), clock.instant())));
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
        var by = caller.get();
        reports.awaitTurn(reports.get(id, by).body());
        return answer(reports.change(
                id,
                by,
                preconditions.seen(),
                ReportAction.WITHDRAW,
                report -> report.withdraw(by, body.reason(), shownWithout(id), clock.instant())));
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
        var by = caller.get();
        return answer(reports.change(
                id,
                by,
                preconditions.seen(),
                ReportAction.CANCEL,
                report -> report.cancel(by, body.reason(), clock.instant())));
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
