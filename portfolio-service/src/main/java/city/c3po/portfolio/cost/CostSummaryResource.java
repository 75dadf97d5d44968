package city.c3po.portfolio.cost;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.MediaTypes;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a project's entries come to. */
@Path("/v1/projects/{id}/costs")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Costs", description = "What the finance system posts for projects.")
class CostSummaryResource {
    private final Ledger ledger;
    private final Projects projects;
    private final CurrentActor caller;

    CostSummaryResource(Ledger ledger, Projects projects, CurrentActor caller) {
        this.ledger = ledger;
        this.projects = projects;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getProjectCosts",
            summary = "What a project's cost entries come to",
            description = "Budget, encumbrances and actual cost, by month and funding line.")
    public CostSummary get(@PathParam("id") UUID id) {
        projects.get(id, caller.get());
        return ledger.summary(id);
    }
}
