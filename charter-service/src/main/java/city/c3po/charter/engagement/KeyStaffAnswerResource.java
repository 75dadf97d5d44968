package city.c3po.charter.engagement;

import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The city's answers to a nominee, one verb each: {@link NomineeState} says which is possible when. */
@Path("/v1/engagements/{id}/key-positions/{position}/nominees/{nominee}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Key staff", description = "Key positions of a vendor's team, nominees, and the city's answers.")
class KeyStaffAnswerResource {
    private final EngagementDesk desk;
    private final Preconditions preconditions;

    KeyStaffAnswerResource(EngagementDesk desk, Preconditions preconditions) {
        this.desk = desk;
        this.preconditions = preconditions;
    }

    /** Whom it is about. */
    static class Nominated {
        @PathParam("id")
        UUID engagement;

        @PathParam("position")
        @Pattern(regexp = KeyStaffResource.KEY) String position;

        @PathParam("nominee")
        UUID nominee;
    }

    @Schema(name = "KeyStaffAnswer", description = "What the city says with it.")
    record CityAnswer(@Nullable @Size(max = 2000) String comment) {}

    @POST
    @Path("/start-review")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "startKeyStaffReview",
            summary = "Start the review",
            description = "PROPOSED → UNDER_REVIEW.")
    public RestResponse<EngagementView> startReview(@BeanParam @Valid Nominated whom, @NotNull @Valid CityAnswer body) {
        return answer(whom, NomineeState.UNDER_REVIEW, body);
    }

    @POST
    @Path("/approve")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "approveKeyStaff",
            summary = "Approve",
            description = "UNDER_REVIEW → APPROVED. Only this is approval; silence is not.")
    public RestResponse<EngagementView> approve(@BeanParam @Valid Nominated whom, @NotNull @Valid CityAnswer body) {
        return answer(whom, NomineeState.APPROVED, body);
    }

    @POST
    @Path("/reject")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(operationId = "rejectKeyStaff", summary = "Reject", description = "UNDER_REVIEW → REJECTED.")
    public RestResponse<EngagementView> reject(@BeanParam @Valid Nominated whom, @NotNull @Valid CityAnswer body) {
        return answer(whom, NomineeState.REJECTED, body);
    }

    @POST
    @Path("/activate")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "activateKeyStaff",
            summary = "Say that they work in the position now",
            description = "APPROVED → ACTIVE; one person at a time.")
    public RestResponse<EngagementView> activate(@BeanParam @Valid Nominated whom, @NotNull @Valid CityAnswer body) {
        return answer(whom, NomineeState.ACTIVE, body);
    }

    @POST
    @Path("/release")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(operationId = "releaseKeyStaff", summary = "Release", description = "APPROVED or ACTIVE → RELEASED.")
    public RestResponse<EngagementView> release(@BeanParam @Valid Nominated whom, @NotNull @Valid CityAnswer body) {
        return answer(whom, NomineeState.RELEASED, body);
    }

    private RestResponse<EngagementView> answer(Nominated whom, NomineeState next, CityAnswer said) {
        return desk.change(
                whom.engagement,
                preconditions.seen(),
                EngagementAction.ANSWER,
                (engagement, by, at) -> engagement.answer(by, whom.position, whom.nominee, next, said.comment(), at));
    }
}
