package city.c3po.charter.charter;

import city.c3po.charter.project.CityDays;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The verbs of a charter that ask nobody to sign: one path each, all with If-Match. */
@Path("/v1/charters/{id}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Charter verbs", description = "What authors and reviewers do with a charter, its seats and its log.")
class CharterVerbResource {
    private final Charters charters;
    private final CharterDesk desk;
    private final Preconditions preconditions;
    private final CityDays days;

    CharterVerbResource(Charters charters, CharterDesk desk, Preconditions preconditions, CityDays days) {
        this.charters = charters;
        this.desk = desk;
        this.preconditions = preconditions;
        this.days = days;
    }

    @Schema(name = "CharterReturn", description = "What its authors shall change.")
    record Return(@NotBlank @Size(max = 4000) String comment) {}

    @Schema(name = "CharterReason", description = "Why it is done.")
    record Reason(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("/submit")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "submitCharter",
            summary = "Hand in for review",
            description = "DRAFT → IN_REVIEW. It needs a title; what else is missing, completeness tells.")
    public RestResponse<CharterView> submit(@PathParam("id") UUID id) {
        return desk.change(id, preconditions.seen(), CharterAction.SUBMIT, Charter::submit);
    }

    @POST
    @Path("/return")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "returnCharter",
            summary = "Return to its authors",
            description = "IN_REVIEW → DRAFT, with a comment; by a portfolio manager or whoever holds a seat.")
    public RestResponse<CharterView> giveBack(@PathParam("id") UUID id, @NotNull @Valid Return body) {
        return desk.change(
                id,
                preconditions.seen(),
                CharterAction.RETURN,
                (charter, by, at) -> charter.giveBack(by, body.comment(), at));
    }

    @POST
    @Path("/terminate")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "terminateCharter",
            summary = "Close without acceptance",
            description = "NOT_ACCEPTED → CLOSED, with a reason.")
    public RestResponse<CharterView> terminate(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return desk.change(
                id,
                preconditions.seen(),
                CharterAction.TERMINATE,
                (charter, by, at) -> charter.terminate(by, body.reason(), at));
    }

    @POST
    @Path("/close")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(operationId = "closeCharter", summary = "Close", description = "ACCEPTED → CLOSED.")
    public RestResponse<CharterView> close(@PathParam("id") UUID id) {
        return desk.change(id, preconditions.seen(), CharterAction.CLOSE, Charter::close);
    }

    @Schema(name = "SeatAssignment", description = "Who holds the seat.")
    record Assignment(
            @Schema(description = "Subject of the person.") @NotNull @Pattern(regexp = Sub.PATTERN) String person,

            @Schema(description = "Why the person may bind the city.") @Nullable @Size(max = 500) String authorityBasis) {}

    @PUT
    @Path("/seats/{seat}")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "assignSeat",
            summary = "Say who holds a seat",
            description =
                    "Before commitment only: DRAFT or IN_REVIEW. Later a seat changes hands by vacancy, appointment"
                            + " and adoption.")
    public RestResponse<CharterView> assign(
            @PathParam("id") UUID id,
            @PathParam("seat") @Pattern(regexp = SeatHolding.KEY) String seat,
            @NotNull @Valid Assignment body) {
        return desk.edit(
                id,
                preconditions.seen(),
                CharterAction.ASSIGN_SEAT,
                (charter, by, at) -> charter.assignSeat(by, seat, body.person(), body.authorityBasis(), at));
    }

    @Schema(name = "NewDesignSession", description = "A session that was held.")
    record NewSession(
            @Schema(description = "The day; not later than today.") @NotNull LocalDate heldOn,

            @NotBlank @Size(max = 4000) String agenda,

            @Schema(description = "Subjects of who was there.") @NotEmpty @Size(max = 100) List<@NotNull @Pattern(regexp = Sub.PATTERN) String> participants,

            @Schema(description = "What came of it.") @Nullable @Size(max = 4000) String outcome) {}

    @Schema(name = "DesignSessions")
    record Sessions(List<Session> items) {}

    @POST
    @Path("/design-sessions")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "recordDesignSession",
            summary = "Record a Discuss-and-Design session",
            description = "That was held, with its agenda and who was there. One with sponsor and PPM is needed for"
                    + " commitment.")
    @APIResponse(responseCode = "200", description = "The charter, with one session more.")
    public RestResponse<CharterView> hold(@PathParam("id") UUID id, @NotNull @Valid NewSession body) {
        return desk.change(id, preconditions.seen(), CharterAction.RECORD_SESSION, (charter, by, at) -> {
            CharterRule.HELD_NOT_LATER.require(
                    !body.heldOn().isAfter(days.calendar().dateOf(at)));
            var people = body.participants().stream().distinct().sorted().toList();
            var session = new Session(Uuid7.next(), body.heldOn(), body.agenda(), people, body.outcome(), by.sub(), at);
            return charter.hold(by, session, at);
        });
    }

    @GET
    @Path("/design-sessions")
    @RolesAllowed(CharterResource.ANY_ROLE)
    @Operation(
            operationId = "listDesignSessions",
            summary = "List the sessions that were held",
            description = "Oldest record first; 500 at most.")
    public Sessions sessions(@PathParam("id") UUID id) {
        return new Sessions(charters.get(id, desk.by()).log().sessions());
    }

    @Schema(name = "NewDecision", description = "What was decided.")
    record NewDecision(
            @NotBlank @Size(max = 4000) String text,

            @Schema(description = "Of the decision matrix.") @Nullable @Size(max = 200) String type,

            @Schema(description = "Subject of who is accountable for it.") @NotNull @Pattern(regexp = Sub.PATTERN) String decidedBy,

            @NotNull LocalDate decidedOn,
            @Nullable @Size(max = 4000) String reason,

            @Schema(description = "Number of the decision it takes the place of.") @Nullable Integer supersedes) {}

    @Schema(name = "CharterDecisions")
    record Decisions(List<Decision> items) {}

    @POST
    @Path("/decisions")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "recordDecision",
            summary = "Record a decision",
            description = "It never changes; a later one may supersede it.")
    @APIResponse(responseCode = "200", description = "The charter, with one decision more.")
    public RestResponse<CharterView> decide(@PathParam("id") UUID id, @NotNull @Valid NewDecision body) {
        return desk.change(id, preconditions.seen(), CharterAction.RECORD_DECISION, (charter, by, at) -> {
            var decision = new Decision(
                    charter.log().decisions().size() + 1,
                    body.text(),
                    body.type(),
                    body.decidedBy(),
                    body.decidedOn(),
                    body.reason(),
                    body.supersedes(),
                    by.sub(),
                    at);
            return charter.decide(by, decision, at);
        });
    }

    @GET
    @Path("/decisions")
    @RolesAllowed(CharterResource.ANY_ROLE)
    @Operation(
            operationId = "listDecisions",
            summary = "List the decisions",
            description = "In the order of their numbers; 500 at most.")
    public Decisions decisions(@PathParam("id") UUID id) {
        return new Decisions(charters.get(id, desk.by()).log().decisions());
    }
}
