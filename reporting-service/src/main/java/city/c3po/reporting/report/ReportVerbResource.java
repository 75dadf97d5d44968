package city.c3po.reporting.report;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is done to a report: from its first day of collecting to the public, and what may become of it afterwards. */
@Path("/v1/report-cycles/{id}")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Report cycles", description = "When a committee is told what: from the schedule to the public report.")
class ReportVerbResource {
    private final Reports reports;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDays days;

    ReportVerbResource(
            Reports reports, CurrentActor caller, Preconditions preconditions, InstantSource clock, CityDays days) {
        this.reports = reports;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.days = days;
    }

    @Schema(name = "ReportReason", description = "Why, for everybody to read.")
    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    @POST
    @Path("/collect")
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
    @Path("/review")
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
    @Path("/return")
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
    @Path("/publish")
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
    @Path("/supersede")
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
        var corrected = new Report(days.schedule(present.cycle()), days.of(at).getYear(), id, at);
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
    @Path("/withdraw")
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
    @Path("/cancel")
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
