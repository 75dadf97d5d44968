package city.c3po.portfolio.conversion;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.conversion.Conversion.Part;
import city.c3po.portfolio.initiative.Initiative;
import city.c3po.portfolio.initiative.InitiativeView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What becomes of an approved initiative. */
@Path("/v1/initiatives/{id}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Conversion", description = "From initiatives to projects.")
class ConversionResource {
    private final Conversion conversion;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    ConversionResource(Conversion conversion, CurrentActor caller, Preconditions preconditions, InstantSource clock) {
        this.conversion = conversion;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "ConversionSaid", description = "The projects it becomes.")
    record ConversionSaid(
            @Schema(description = "One with all that the initiative says where it is left out.")
            @Nullable @Size(min = 1, max = 20) List<@NotNull @Valid Part> projects) {}

    @POST
    @Path("/convert")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "convertInitiative",
            summary = "Make projects of an initiative",
            description =
                    "Of an approved one, or of one that was delegated; once. The projects begin INITIATING, with the"
                            + " tier of its triage, and the conditions of its approval as criteria of their gates.")
    public RestResponse<InitiativeView> convert(@PathParam("id") UUID id, @NotNull @Valid ConversionSaid body) {
        var whole = new Part(null, null, null, null, null, null, null, null);
        var parts = body.projects() == null ? List.of(whole) : body.projects();
        return answer(conversion.convert(id, parts, caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/close")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "closeInitiative",
            summary = "Close an initiative",
            description = "Once all its projects are closed or cancelled.")
    public RestResponse<InitiativeView> close(@PathParam("id") UUID id) {
        return answer(conversion.close(id, caller.get(), preconditions.seen(), clock.instant()));
    }

    private RestResponse<InitiativeView> answer(Initiative initiative) {
        var by = caller.get();
        return Answer.of(initiative, by, InitiativeView.of(initiative, by));
    }
}
