package city.c3po.portfolio.board;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.initiative.ApprovalCondition;
import city.c3po.portfolio.initiative.BoardOutcome;
import city.c3po.portfolio.reference.CityDay;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Items on the docket of a meeting, with the meeting's If-Match. */
@Path("/v1/boards/{board}/meetings/{id}/docket/{item}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Docket", description = "What a meeting decides: recusals, motions and votes.")
class DocketResource {
    private final Meetings meetings;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    DocketResource(
            Meetings meetings, CurrentActor caller, Preconditions preconditions, InstantSource clock, CityDay day) {
        this.meetings = meetings;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @Schema(name = "DocketReason")
    record Reason(@NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "MotionSaid", description = "What you propose to decide.")
    record MotionSaid(
            @NotNull BoardOutcome outcome,

            @Schema(description = "With CONDITIONALLY_APPROVED.") @Nullable @Size(max = 20) List<@NotNull @Valid ApprovalCondition> conditions,

            @Schema(description = "With DEFERRED: the day from which it is docketed again.") @Nullable LocalDate until,

            @NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "VoteSaid")
    record VoteSaid(@NotNull Vote.Choice choice) {}

    @POST
    @Path("/remove")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.BOARD_MEMBER})
    @Operation(
            operationId = "removeDocketItem",
            summary = "Take an item off the docket",
            description = "By the chair or the portfolio office. It can be docketed again, here or elsewhere.")
    public RestResponse<MeetingView> remove(
            @PathParam("board") UUID board,
            @PathParam("id") UUID id,
            @PathParam("item") UUID item,
            @NotNull @Valid Reason body) {
        return change(
                board, id, MeetingAction.REMOVE, (meeting, by, at) -> meeting.remove(by, item, body.reason(), at));
    }

    @POST
    @Path("/recuse")
    @Write
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "recuse",
            summary = "Recuse yourself",
            description =
                    "You take no part in this item, and do not count for its quorum. Whoever wrote it is recused anyway.")
    public RestResponse<MeetingView> recuse(
            @PathParam("board") UUID board,
            @PathParam("id") UUID id,
            @PathParam("item") UUID item,
            @NotNull @Valid Reason body) {
        return change(
                board, id, MeetingAction.RECUSE, (meeting, by, at) -> meeting.recuse(by, item, body.reason(), at));
    }

    @POST
    @Path("/move")
    @Write
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "putMotion",
            summary = "Put a motion",
            description = "What shall be decided; one at a time.")
    public RestResponse<MeetingView> move(
            @PathParam("board") UUID board,
            @PathParam("id") UUID id,
            @PathParam("item") UUID item,
            @NotNull @Valid MotionSaid body) {
        return change(board, id, MeetingAction.MOVE, (meeting, by, at) -> {
            var conditions = body.conditions() == null ? List.<ApprovalCondition>of() : body.conditions();
            var motion = new Motion(body.outcome(), conditions, body.until(), body.reason(), by.sub(), List.of());
            return meeting.move(by, item, motion, day.of(at), at);
        });
    }

    @POST
    @Path("/vote")
    @Write
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "vote",
            summary = "Vote on the motion",
            description = "Once per seat, while the quorum is present.")
    public RestResponse<MeetingView> vote(
            @PathParam("board") UUID board,
            @PathParam("id") UUID id,
            @PathParam("item") UUID item,
            @NotNull @Valid VoteSaid body) {
        return change(board, id, MeetingAction.VOTE, (meeting, by, at) -> meeting.vote(by, item, body.choice(), at));
    }

    @POST
    @Path("/close-vote")
    @Write
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "closeVote",
            summary = "Close the vote",
            description =
                    "Carried if more say yes than no: then it is decided, and the initiative goes where it says. A tie is"
                            + " lost, and another motion can be put.")
    public RestResponse<MeetingView> closeVote(
            @PathParam("board") UUID board, @PathParam("id") UUID id, @PathParam("item") UUID item) {
        var by = caller.get();
        var meeting = meetings.closeVote(board, id, item, by, preconditions.seen(), clock.instant());
        return Answer.of(meeting, by, MeetingView.of(meeting, by));
    }

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<MeetingEvent> on(Meeting meeting, Actor by, Instant at);
    }

    private RestResponse<MeetingView> change(UUID board, UUID id, MeetingAction action, Verb verb) {
        var by = caller.get();
        meetings.of(board, id, by);
        var changed =
                meetings.change(id, by, preconditions.seen(), action, meeting -> verb.on(meeting, by, clock.instant()));
        return Answer.of(changed, by, MeetingView.of(changed, by));
    }
}
