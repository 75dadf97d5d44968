package city.c3po.portfolio.board;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.MergePatch;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Boards and their members. */
@Path("/v1/boards")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Boards", description = "Who decides.")
class BoardResource {
    private final Boards boards;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    BoardResource(
            Boards boards,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDay day) {
        this.boards = boards;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @Schema(name = "TermEnd")
    record TermEnd(
            @NotNull @Min(1) @Max(99) Integer seat,

            @Schema(description = "Last day of the term.") @NotNull LocalDate until) {}

    @POST
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(operationId = "createBoard", summary = "Create a board", description = "With its seats, empty at first.")
    public RestResponse<BoardView> create(@NotNull @Valid BoardText body) {
        var by = caller.get();
        var at = clock.instant();
        return answer(boards.add(new Board(body, day.of(at).getYear(), at), by, board -> board.create(by, at)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "editBoard",
            summary = "Edit a board",
            description = "Its title, its seats, and which of them chairs.")
    public RestResponse<BoardView> edit(@PathParam("id") UUID id, @NotNull MergePatch<BoardText> patch) {
        var by = caller.get();
        return answer(boards.edit(
                id,
                by,
                preconditions.seen(),
                BoardAction.EDIT,
                board -> board.edit(by, patch.appliedTo(board.text()), clock.instant())));
    }

    @POST
    @Path("/{id}/seat-member")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "seatBoardMember",
            summary = "Seat a member",
            description = "For a term, with an alternate. Terms of a seat do not overlap, and nobody holds two.")
    public RestResponse<BoardView> seatMember(@PathParam("id") UUID id, @NotNull @Valid BoardMember body) {
        var by = caller.get();
        return answer(boards.change(
                id,
                by,
                preconditions.seen(),
                BoardAction.SEAT_MEMBER,
                board -> board.seatMember(by, body, clock.instant())));
    }

    @POST
    @Path("/{id}/end-term")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "endBoardTerm",
            summary = "End a term",
            description = "The seat is free from the next day on.")
    public RestResponse<BoardView> endTerm(@PathParam("id") UUID id, @NotNull @Valid TermEnd body) {
        var by = caller.get();
        return answer(boards.change(
                id,
                by,
                preconditions.seen(),
                BoardAction.END_TERM,
                board -> board.endTerm(by, body.seat(), body.until(), clock.instant())));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listBoards",
            summary = "List boards",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<BoardView> list(
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") BoardOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Board.class)
                .visibleTo(by)
                .orderedBy(sort)
                .answer(paging, BoardView.class, board -> BoardView.of(board, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getBoard",
            summary = "Read a board",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<BoardView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var board = boards.get(id, caller.get());
        return asOf == null ? answer(board) : past.asOf(asOf, board, BoardView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "boardHistory",
            summary = "A board's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(boards.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyBoard",
            summary = "Verify a board's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(boards.get(id, caller.get()));
    }

    private RestResponse<BoardView> answer(Board board) {
        var by = caller.get();
        return Answer.of(board, by, BoardView.of(board, by));
    }
}
