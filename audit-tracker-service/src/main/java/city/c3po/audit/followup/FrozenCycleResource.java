package city.c3po.audit.followup;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a cycle says once it is frozen: its ledger, and a row for each recommendation. */
@Path("/v1/follow-up-cycles")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Follow-up cycles")
class FrozenCycleResource {
    private final FollowUpCycles cycles;
    private final Deltas deltas;
    private final CurrentActor caller;

    FrozenCycleResource(FollowUpCycles cycles, Deltas deltas, CurrentActor caller) {
        this.cycles = cycles;
        this.deltas = deltas;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/ledger")
    @RolesAllowed(CycleResource.ANY_ROLE)
    @Operation(
            operationId = "followUpLedger",
            summary = "The ledger of a frozen cycle",
            description = "For the city and each department; confidential recommendations count like all others."
                    + " 404 before it is frozen.")
    public Ledger ledger(@PathParam("id") UUID id) {
        var ledger = cycles.get(id, caller.get()).ledger();
        if (ledger == null) {
            throw Convention.NOT_FOUND.violated();
        }
        return ledger;
    }

    @GET
    @Path("/{id}/deltas")
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON, MediaTypes.XLSX})
    @RolesAllowed(CycleResource.ANY_ROLE)
    @Operation(
            operationId = "followUpDeltas",
            summary = "The rows of a frozen cycle",
            description =
                    "Number, finding, solution, the city's word for the claim, the verdict and what became of it, by"
                            + " number; of those recommendations that you may see. Pages of JSON, or all of it as CSV, NDJSON or"
                            + " XLSX.")
    public Page<Delta> deltas(
            @PathParam("id") UUID id,
            @Parameter(description = "Only of this class.") @QueryParam("class") @Nullable DeltaClass only,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return deltas.of(cycles.get(id, by).id(), by, only, paging);
    }
}
