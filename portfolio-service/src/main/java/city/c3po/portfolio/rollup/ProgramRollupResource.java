package city.c3po.portfolio.rollup;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.MediaTypes;
import city.c3po.portfolio.program.Programs;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The sum of a program. */
@Path("/v1/programs/{id}/rollup")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Roll-ups", description = "What projects add up to.")
class ProgramRollupResource {
    private final Rollups rollups;
    private final Programs programs;
    private final CurrentActor caller;
    private final InstantSource clock;
    private final CityDay day;

    ProgramRollupResource(Rollups rollups, Programs programs, CurrentActor caller, InstantSource clock, CityDay day) {
        this.rollups = rollups;
        this.programs = programs;
        this.caller = caller;
        this.clock = clock;
        this.day = day;
    }

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "rollUpProgram",
            summary = "Add up a program",
            description = "Its projects and those of all programs inside it, each once.")
    public Rollup program(
            @PathParam("id") UUID id,
            @Parameter(description = "The day whose memberships count; today where it is left out.")
                    @QueryParam("on")
                    @Nullable LocalDate on) {
        var by = caller.get();
        programs.get(id, by);
        return rollups.ofProgram(id, orToday(on), by);
    }

    private LocalDate orToday(@Nullable LocalDate on) {
        return on == null ? day.of(clock.instant()) : on;
    }
}
