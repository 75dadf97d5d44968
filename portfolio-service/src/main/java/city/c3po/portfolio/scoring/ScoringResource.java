package city.c3po.portfolio.scoring;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.initiative.InitiativeView;
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

/** Marking an initiative, and taking the score. */
@Path("/v1/initiatives/{id}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Assessments", description = "What assessors make of an initiative.")
class ScoringResource {
    private final Assessments assessments;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    ScoringResource(Assessments assessments, CurrentActor caller, Preconditions preconditions, InstantSource clock) {
        this.assessments = assessments;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @POST
    @Path("/assessments")
    @Write
    @RolesAllowed(Roles.ASSESSOR)
    @Operation(
            operationId = "assessInitiative",
            summary = "Mark an initiative",
            description =
                    "While it is under review, once per assessor and revision; by the adopted model. Whoever wrote or"
                            + " leads it, or belongs to its department, does not mark it. A declared conflict does not count.")
    @APIResponse(responseCode = "201", description = "The assessment.")
    public RestResponse<AssessmentView> give(@PathParam("id") UUID id, @NotNull @Valid AssessmentText body) {
        var by = caller.get();
        var given = assessments.give(id, by, body, clock.instant());
        return Answer.of(given, by, AssessmentView.of(given, by));
    }

    @POST
    @Path("/score")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "scoreInitiative",
            summary = "Take the score",
            description =
                    "S = 20 · Σ(weight · median) / 100, from at least three assessors; criteria on which they differ by 3"
                            + " or more are flagged. The initiative is SCORED.")
    public RestResponse<InitiativeView> score(@PathParam("id") UUID id) {
        var by = caller.get();
        var scored = assessments.score(id, by, preconditions.seen(), clock.instant());
        return Answer.of(scored, by, InitiativeView.of(scored, by));
    }
}
