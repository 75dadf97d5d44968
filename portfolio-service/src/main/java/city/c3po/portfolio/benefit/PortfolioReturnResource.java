package city.c3po.portfolio.benefit;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.MediaTypes;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What came back of what was spent. */
@Path("/v1/portfolio-return")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Benefits", description = "What projects are for, and what has come of it.")
class PortfolioReturnResource {
    private final PortfolioReturns returns;
    private final CurrentActor caller;
    private final InstantSource clock;
    private final CityDay day;

    PortfolioReturnResource(PortfolioReturns returns, CurrentActor caller, InstantSource clock, CityDay day) {
        this.returns = returns;
        this.caller = caller;
        this.clock = clock;
        this.day = day;
    }

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getPortfolioReturn",
            summary = "What came back of what was spent",
            description =
                    "Return on investment of the projects that you may see, or of one program: from readings of their"
                            + " benefits and from what finance posted, never from what was promised.")
    public PortfolioReturn get(
            @Parameter(description = "Only of projects inside this program today.") @QueryParam("program") @Nullable UUID program) {
        return returns.of(caller.get(), program, day.of(clock.instant()));
    }
}
