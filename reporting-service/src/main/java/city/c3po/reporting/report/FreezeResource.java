package city.c3po.reporting.report;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Making a report's figures stand, which may have to wait for the sources. */
@Path("/v1/report-cycles/{id}/freeze")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Report cycles", description = "When a committee is told what: from the schedule to the public report.")
class FreezeResource {
    private final Reports reports;
    private final Freezing freezing;
    private final CurrentActor caller;
    private final Preconditions preconditions;

    FreezeResource(Reports reports, Freezing freezing, CurrentActor caller, Preconditions preconditions) {
        this.reports = reports;
        this.freezing = freezing;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    @Schema(name = "Freeze", description = "How to freeze.")
    record Freeze(
            @Schema(
                    nullable = true,
                    description =
                            "Freeze although a source is not complete up to the cut-off, and print this reason on the report. Without it the report waits.")
            @Size(min = 1, max = 1000) @Nullable String override) {}

    @POST
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
            return Answer.of(report, by, ReportCycleView.of(report, by));
        }
        return RestResponse.ResponseBuilder.<ReportCycleView>create(Response.Status.ACCEPTED)
                .location(URI.create(report.href() + "/freeze"))
                .tag(report.entityTag(by))
                .entity(ReportCycleView.of(report, by))
                .build();
    }

    @GET
    @RolesAllowed("${c3po.roles.any}")
    @Operation(
            operationId = "getFreezeMonitor",
            summary = "What a freeze is waiting for",
            description = "The status monitor of a freeze: WAITING names the sources that are not complete yet.")
    public FreezeMonitor monitor(@PathParam("id") UUID id) {
        var report = reports.get(id, caller.get());
        var request = report.freezeRequest();
        boolean waits = request.waits();
        var state = waits
                ? "WAITING"
                : request.refusedFor() != null ? "REFUSED" : report.frozen() != null ? "FROZEN" : "NOT_ASKED";
        return new FreezeMonitor(
                state,
                request.at(),
                report.schedule().cutOff(),
                waits
                        ? freezing.behind(report).stream()
                                .map(FreezeMonitor.Behind::of)
                                .toList()
                        : List.of(),
                request.refusedFor(),
                report.frozen() == null ? null : "/v1/reports/" + id);
    }
}
