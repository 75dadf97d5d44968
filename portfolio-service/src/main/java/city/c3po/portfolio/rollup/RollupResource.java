package city.c3po.portfolio.rollup;

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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The sum of everything. */
@Path("/v1/portfolio-rollup")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Roll-ups", description = "What projects add up to.")
class RollupResource {
    private final Rollups rollups;
    private final CurrentActor caller;
    private final InstantSource clock;
    private final CityDay day;

    RollupResource(Rollups rollups, CurrentActor caller, InstantSource clock, CityDay day) {
        this.rollups = rollups;
        this.caller = caller;
        this.clock = clock;
        this.day = day;
    }

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "rollUpPortfolio",
            summary = "Add up the whole portfolio",
            description = "Every project that you may see, once, whichever program it is in, or none.")
    public Rollup portfolio(
            @Parameter(description = "The day whose memberships count; today where it is left out.")
                    @QueryParam("on")
                    @Nullable LocalDate on) {
        return rollups.ofPortfolio(orToday(on), caller.get());
    }

    private LocalDate orToday(@Nullable LocalDate on) {
        return on == null ? day.of(clock.instant()) : on;
    }
}
