package city.c3po.charter.signing;

import city.c3po.charter.charter.CharterContent;
import city.c3po.charter.charter.CharterDesk;
import city.c3po.charter.charter.CharterView;
import city.c3po.charter.charter.Seat.Vacancy;
import city.c3po.charter.charter.Sub;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

/** The verbs of a charter after which people are asked to sign, or no longer. */
@Path("/v1/charters/{id}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Ceremony", description = "Freezing a charter and having it signed.")
class CeremonyResource {
    private final Ceremony ceremony;
    private final CharterDesk desk;
    private final Preconditions preconditions;

    CeremonyResource(Ceremony ceremony, CharterDesk desk, Preconditions preconditions) {
        this.ceremony = ceremony;
        this.desk = desk;
        this.preconditions = preconditions;
    }

    @POST
    @Path("/commit")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "commitCharter",
            summary = "Freeze it and have it signed",
            description =
                    "IN_REVIEW → COMMITTING. Completeness must be 100 % and every mandatory seat held. contentHash is"
                            + " the SHA-256 of the canonical version (RFC 8785); signOffs lists who is asked. It is COMMITTED once"
                            + " every mandatory seat signed, and a draft again after 15 business days.")
    public RestResponse<CharterView> commit(@PathParam("id") UUID id) {
        return desk.answer(ceremony.commit(id, desk.by(), preconditions.seen(), desk.now()));
    }

    @Schema(name = "CharterAmendment", description = "The whole content as it shall be, and why.")
    record Amendment(
            @NotBlank @Size(max = 4000) String reason,
            @NotNull @Valid CharterContent content) {}

    @POST
    @Path("/amend")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "amendCharter",
            summary = "Have a new version signed",
            description =
                    "COMMITTED → AMENDING. The version in force stays so until every mandatory seat signed the new"
                            + " one; a decline, a recall or 15 business days end the amendment. Changing the approach raises"
                            + " rebaselineRequired.")
    public RestResponse<CharterView> amend(@PathParam("id") UUID id, @NotNull @Valid Amendment body) {
        return desk.answer(
                ceremony.amend(id, desk.by(), preconditions.seen(), body.content(), body.reason(), desk.now()));
    }

    @Schema(name = "CharterRecall", description = "Why nobody shall sign any more.")
    record Recall(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("/recall")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "recallCharter",
            summary = "Ask nobody to sign any more",
            description =
                    "COMMITTING → DRAFT, AMENDING → COMMITTED; in ACCEPTING the statement is taken back. Whoever signed"
                            + " is told by the event.")
    public RestResponse<CharterView> recall(@PathParam("id") UUID id, @NotNull @Valid Recall body) {
        return desk.answer(ceremony.recall(id, desk.by(), preconditions.seen(), body.reason(), desk.now()));
    }

    @Schema(name = "CharterCancellation", description = "Why it is given up.")
    record Cancellation(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("/cancel")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "cancelCharter",
            summary = "Cancel",
            description =
                    "Anything before ACCEPTED → CANCELLED, with a reason; nobody is asked to sign any more. The project"
                            + " may get another charter.")
    public RestResponse<CharterView> cancel(@PathParam("id") UUID id, @NotNull @Valid Cancellation body) {
        return desk.answer(ceremony.cancel(id, desk.by(), preconditions.seen(), body.reason(), desk.now()));
    }

    @Schema(name = "SeatVacancy")
    record Vacated(@NotNull Vacancy reason) {}

    @POST
    @Path("/seats/{seat}/vacate")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "vacateSeat",
            summary = "Say that a person left a seat",
            description = "The only ways out of a commitment's roster: LEFT, REASSIGNED, INCAPACITATED.")
    public RestResponse<CharterView> vacate(
            @PathParam("id") UUID id,
            @PathParam("seat") @Pattern(regexp = SignOffResource.SEAT) String seat,
            @NotNull @Valid Vacated body) {
        return desk.answer(ceremony.vacate(id, seat, body.reason(), desk.by(), preconditions.seen(), desk.now()));
    }

    @Schema(name = "SeatAppointment", description = "Who succeeds in a vacant seat.")
    record Appointment(
            @Schema(description = "Subject of the successor.") @NotNull @Pattern(regexp = Sub.PATTERN) String person,

            @Schema(description = "Why the person may bind the city.") @NotBlank @Size(max = 500) String authorityBasis) {}

    @POST
    @Path("/seats/{seat}/appoint")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "appointToSeat",
            summary = "Name a successor",
            description = "For a seat that was vacated. The successor is asked to adopt the commitment: a sign-off with"
                    + " purpose ADOPT. Without it there is no acceptance.")
    public RestResponse<CharterView> appoint(
            @PathParam("id") UUID id,
            @PathParam("seat") @Pattern(regexp = SignOffResource.SEAT) String seat,
            @NotNull @Valid Appointment body) {
        return desk.answer(ceremony.appoint(
                id, seat, body.person(), body.authorityBasis(), desk.by(), preconditions.seen(), desk.now()));
    }
}
