package city.c3po.charter.evaluation;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where evaluations begin: at an engagement. */
@Path("/v1/engagements/{id}/evaluations")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Evaluations")
class NewEvaluationResource {
    private final Evaluations evaluations;
    private final CurrentActor caller;
    private final InstantSource clock;

    NewEvaluationResource(Evaluations evaluations, CurrentActor caller, InstantSource clock) {
        this.evaluations = evaluations;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "draftEvaluation",
            summary = "Draft an evaluation",
            description = "Of the engagement's vendor, in a period: six scores, each with the fact it rests on.")
    @APIResponse(responseCode = "201", description = "The evaluation, as a draft.")
    public RestResponse<EvaluationView> draft(@PathParam("id") UUID id, @NotNull @Valid Findings body) {
        var by = caller.get();
        var evaluation = evaluations.draft(id, by, body, clock.instant());
        return Answer.of(evaluation, by, EvaluationView.of(evaluation, by));
    }
}
