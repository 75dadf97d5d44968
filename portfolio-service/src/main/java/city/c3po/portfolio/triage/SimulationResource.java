package city.c3po.portfolio.triage;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Trying a policy before it is adopted. */
@Path("/v1/triage-policies/{id}/simulate")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(
        name = "Triage policies",
        description = "The versions of the rule that decides whether the portfolio office is in the mix.")
class SimulationResource {
    private final TriagePolicies policies;
    private final Simulations simulations;
    private final CurrentActor caller;

    SimulationResource(TriagePolicies policies, Simulations simulations, CurrentActor caller) {
        this.policies = policies;
        this.simulations = simulations;
        this.caller = caller;
    }

    @POST
    @Write
    @RolesAllowed({Roles.POLICY_ADMIN, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "simulateTriagePolicy",
            summary = "Try a policy on the present portfolio",
            description = "Whose class would change if this version, a draft as well, were in force. Changes nothing.")
    @APIResponse(responseCode = "200", description = "Whose class would change.")
    public RestResponse<Simulation> simulate(@PathParam("id") UUID id) {
        return RestResponse.ok(simulations.of(policies.get(id, caller.get())));
    }
}
