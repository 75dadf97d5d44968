package city.c3po.portfolio.risk;

import city.c3po.platform.web.MediaTypes;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The city's scale of risks. */
@Path("/v1/risk-scale")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Risks", description = "What may happen to a project, and what is done about it.")
class RiskScaleResource {
    private final RiskScales scales;

    RiskScaleResource(RiskScales scales) {
        this.scales = scales;
    }

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getRiskScale",
            summary = "Read the city's scale of risks",
            description = "The share behind each step of probability, the bands of scores and the appetite.")
    public RiskScale get() {
        return scales.inForce();
    }
}
