package city.c3po.portfolio.feasibility;

import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.MediaTypes;
import city.c3po.portfolio.reference.WorkKind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reference classes. */
@Path("/v1/reference-classes")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Feasibility", description = "What the city's own past says about a plan.")
class ReferenceClassResource {
    private final ReferenceClasses classes;

    ReferenceClassResource(ReferenceClasses classes) {
        this.classes = classes;
    }

    @GET
    @Path("/{kind}")
    @RolesAllowed({
        Roles.PORTFOLIO_MANAGER,
        Roles.SUBMITTER,
        Roles.ASSESSOR,
        Roles.BOARD_MEMBER,
        Roles.SIGNATORY,
        Roles.AUDITOR,
        Roles.CLERK,
        Roles.READER,
        Roles.POLICY_ADMIN
    })
    @Operation(
            operationId = "getReferenceClass",
            summary = "How much such projects overran",
            description =
                    "Quantiles of cost and duration of the city's closed projects of this kind; with fewer than ten, how"
                            + " many are missing.")
    public ReferenceClass get(@Parameter(description = "The kind of work.") @PathParam("kind") WorkKind kind) {
        return classes.of(kind);
    }
}
