package city.c3po.portfolio.board;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Meetings of a board. Items of the docket: {@link DocketResource}. */
@Path("/v1/boards/{board}/meetings")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Meetings", description = "Sittings of a board.")
class MeetingResource {
    private final Meetings meetings;
    private final Boards boards;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    MeetingResource(
            Meetings meetings,
            Boards boards,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.meetings = meetings;
        this.boards = boards;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "MeetingNotice")
    record Notice(
            @Schema(description = "The day of the meeting, in the city's calendar.") @NotNull LocalDate day,

            @Nullable @Size(max = 200) String place) {}

    @Schema(name = "DocketedInitiative")
    record Docketed(
            @Schema(description = "Id of the initiative.") @NotNull UUID initiative) {}

    @Schema(name = "MeetingMinutes")
    record Minutes(@NotBlank @Size(max = 50_000) String minutes) {}

    @POST
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.BOARD_MEMBER})
    @Operation(
            operationId = "noticeMeeting",
            summary = "Give notice of a meeting",
            description = "By the chair or the portfolio office.")
    @APIResponse(responseCode = "201", description = "The meeting.")
    public RestResponse<MeetingView> notice(@PathParam("board") UUID board, @NotNull @Valid Notice body) {
        return answer(meetings.notice(board, body.day(), body.place(), caller.get(), clock.instant()));
    }

    @POST
    @Path("/{id}/docket")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.BOARD_MEMBER})
    @Operation(
            operationId = "docketInitiative",
            summary = "Put an initiative on the docket",
            description =
                    "A scored one, a deferred one from its day on, or one that was decided and shall be decided anew. It"
                            + " is pending on one docket at a time.")
    @APIResponse(responseCode = "200", description = "The meeting, with the item.")
    public RestResponse<MeetingView> docket(
            @PathParam("board") UUID board, @PathParam("id") UUID id, @NotNull @Valid Docketed body) {
        return answer(
                meetings.docket(board, id, body.initiative(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/{id}/open")
    @Write
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(operationId = "openMeeting", summary = "Open a meeting", description = "By the chair.")
    public RestResponse<MeetingView> open(@PathParam("board") UUID board, @PathParam("id") UUID id) {
        return answer(meetings.open(board, id, caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/{id}/attend")
    @Write
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "attendMeeting",
            summary = "Attend a meeting",
            description = "For your seat: the member or the alternate, not both.")
    public RestResponse<MeetingView> attend(@PathParam("board") UUID board, @PathParam("id") UUID id) {
        return change(board, id, MeetingAction.ATTEND, (meeting, by, at) -> meeting.attend(by, at));
    }

    @POST
    @Path("/{id}/leave")
    @Write
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(operationId = "leaveMeeting", summary = "Leave a meeting", description = "The seat no longer counts.")
    public RestResponse<MeetingView> leave(@PathParam("board") UUID board, @PathParam("id") UUID id) {
        return change(board, id, MeetingAction.LEAVE, (meeting, by, at) -> meeting.leave(by, at));
    }

    @POST
    @Path("/{id}/adjourn")
    @Write
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "adjournMeeting",
            summary = "Adjourn a meeting",
            description = "By the chair. What was not decided is carried over, and can be docketed again.")
    public RestResponse<MeetingView> adjourn(@PathParam("board") UUID board, @PathParam("id") UUID id) {
        return change(board, id, MeetingAction.ADJOURN, (meeting, by, at) -> meeting.adjourn(by, at));
    }

    @POST
    @Path("/{id}/approve-minutes")
    @Write
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "approveMinutes",
            summary = "Approve the minutes",
            description = "By a member who did not adjourn it.")
    public RestResponse<MeetingView> approveMinutes(
            @PathParam("board") UUID board, @PathParam("id") UUID id, @NotNull @Valid Minutes body) {
        return change(
                board,
                id,
                MeetingAction.APPROVE_MINUTES,
                (meeting, by, at) -> meeting.approveMinutes(by, body.minutes(), at));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listMeetings",
            summary = "List meetings",
            description = "Of this board, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<MeetingView> list(
            @PathParam("board") UUID board,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable MeetingState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("LATEST") MeetingOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        boards.get(board, by);
        return listings.of(Meeting.class)
                .visibleTo(by)
                .where("r.board_id = :board", "board", board)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, MeetingView.class, meeting -> MeetingView.of(meeting, by));
    }

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<MeetingEvent> on(Meeting meeting, Actor by, Instant at);
    }

    private RestResponse<MeetingView> change(UUID board, UUID id, MeetingAction action, Verb verb) {
        var by = caller.get();
        meetings.of(board, id, by);
        return answer(meetings.change(
                id, by, preconditions.seen(), action, meeting -> verb.on(meeting, by, clock.instant())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getMeeting",
            summary = "Read a meeting",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<MeetingView> get(
            @PathParam("board") UUID board,
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var meeting = meetings.of(board, id, caller.get());
        return asOf == null ? answer(meeting) : past.asOf(asOf, meeting, MeetingView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "meetingHistory",
            summary = "A meeting's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("board") UUID board, @PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(meetings.of(board, id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyMeeting",
            summary = "Verify a meeting's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("board") UUID board, @PathParam("id") UUID id) {
        return past.verified(meetings.of(board, id, caller.get()));
    }

    private RestResponse<MeetingView> answer(Meeting meeting) {
        var by = caller.get();
        return Answer.of(meeting, by, MeetingView.of(meeting, by));
    }
}
