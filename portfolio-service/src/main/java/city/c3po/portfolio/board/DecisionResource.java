package city.c3po.portfolio.board;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.portfolio.initiative.BoardOutcome;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Decisions of a board. */
@Path("/v1/boards/{board}/decisions")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Decisions", description = "What boards decided. Decisions never change; a later one supersedes.")
class DecisionResource {
    private final Decisions decisions;
    private final Boards boards;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;

    DecisionResource(Decisions decisions, Boards boards, Listings listings, Past past, CurrentActor caller) {
        this.decisions = decisions;
        this.boards = boards;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listDecisions",
            summary = "List decisions",
            description = "Of this board, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<DecisionView> list(
            @PathParam("board") UUID board,
            @Parameter(description = "Only of this initiative.") @QueryParam("initiative") @Nullable UUID initiative,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable DecisionState state,
            @Parameter(description = "Only with this outcome.") @QueryParam("outcome") @Nullable BoardOutcome outcome,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") DecisionOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        boards.get(board, by);
        return listings.of(Decision.class)
                .visibleTo(by)
                .where("r.board_id = :board", "board", board)
                .where("r.initiative_id = :initiative", "initiative", initiative)
                .where("r.state = :state", "state", state)
                .where("r.motion ->> 'outcome' = :outcome", "outcome", outcome)
                .orderedBy(sort)
                .answer(paging, DecisionView.class, decision -> DecisionView.of(decision, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getDecision",
            summary = "Read a decision",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<DecisionView> get(
            @PathParam("board") UUID board,
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var decision = decisions.of(board, id, caller.get());
        return asOf == null ? answer(decision) : past.asOf(asOf, decision, DecisionView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "decisionHistory",
            summary = "A decision's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("board") UUID board, @PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(decisions.of(board, id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyDecision",
            summary = "Verify a decision's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("board") UUID board, @PathParam("id") UUID id) {
        return past.verified(decisions.of(board, id, caller.get()));
    }

    private RestResponse<DecisionView> answer(Decision decision) {
        var by = caller.get();
        return Answer.of(decision, by, DecisionView.of(decision, by));
    }
}
