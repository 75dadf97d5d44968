package city.c3po.audit.followup;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The steps of a follow-up cycle: each moves it on, and nothing moves it back. */
@Path("/v1/follow-up-cycles")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Follow-up cycles")
class CycleStepResource {
    private final FollowUpCycles cycles;
    private final CurrentActor caller;
    private final Preconditions preconditions;

    CycleStepResource(FollowUpCycles cycles, CurrentActor caller, Preconditions preconditions) {
        this.cycles = cycles;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    @POST
    @Path("/{id}/start-collecting")
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "startCollecting",
            summary = "Ask the departments",
            description = "OPEN → COLLECTING: departments say where they stand.")
    public RestResponse<CycleView> startCollecting(@PathParam("id") UUID id) {
        return step(id, cycles::startCollecting);
    }

    @POST
    @Path("/{id}/start-verifying")
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "startVerifying",
            summary = "Look at what they claim",
            description = "COLLECTING → VERIFYING: the issuing body verifies.")
    public RestResponse<CycleView> startVerifying(@PathParam("id") UUID id) {
        return step(id, cycles::startVerifying);
    }

    @POST
    @Path("/{id}/freeze")
    @Write
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "freezeFollowUpCycle",
            summary = "Freeze",
            description =
                    "VERIFYING → FROZEN: one row for each recommendation, the ledger and the measures. Refused while"
                            + " something is being verified, and when the ledger does not balance; both name the subjects.")
    public RestResponse<CycleView> freeze(@PathParam("id") UUID id) {
        return step(id, cycles::freeze);
    }

    @POST
    @Path("/{id}/publish")
    @Write
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "publishFollowUpCycle",
            summary = "Publish",
            description = "FROZEN → PUBLISHED: for every reader, as frozen.")
    public RestResponse<CycleView> publish(@PathParam("id") UUID id) {
        return step(id, cycles::publish);
    }

    private interface Step {
        FollowUpCycle of(UUID cycle, Actor by, Seen seen);
    }

    private RestResponse<CycleView> step(UUID id, Step step) {
        var by = caller.get();
        var cycle = step.of(id, by, preconditions.seen());
        return Answer.of(cycle, by, CycleView.of(cycle, by));
    }
}
