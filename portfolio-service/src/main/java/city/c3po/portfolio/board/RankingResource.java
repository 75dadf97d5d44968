package city.c3po.portfolio.board;

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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Rankings of a board, one per fiscal year. */
@Path("/v1/boards/{board}/rankings")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Rankings", description = "What comes first in a fiscal year.")
class RankingResource {
    private final Rankings rankings;
    private final Boards boards;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    RankingResource(
            Rankings rankings,
            Boards boards,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.rankings = rankings;
        this.boards = boards;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "RankingSaid", description = "All places, from 1 to n.")
    record RankingSaid(@NotNull @Size(min = 1, max = 500) List<@NotNull @Valid PlaceSaid> places) {}

    @Schema(name = "PlaceSaid", description = "One place.")
    record PlaceSaid(
            @NotNull @Min(1) @Max(500) Integer rank,

            @Schema(description = "Id of a scored initiative.") @NotNull UUID initiative,

            @Schema(description = "Why it is not where its score would put it.") @Nullable @Size(min = 1, max = 2000) String reason) {}

    @PUT
    @Path("/{fiscalYear}")
    @Write(creates = true)
    @RolesAllowed(Roles.BOARD_MEMBER)
    @Operation(
            operationId = "rank",
            summary = "Rank a fiscal year",
            description =
                    "By the chair. Ranks go from 1 to n, and each that deviates from legal mandate, score and earlier"
                            + " submission says why. Creates the first edition (If-None-Match: *), or the next (If-Match).")
    public RestResponse<RankingView> rank(
            @PathParam("board") UUID board,
            @Parameter(description = "Named by the year it ends in.", example = "2027")
                    @PathParam("fiscalYear")
                    @Min(2000) @Max(2200) int fiscalYear,
            @NotNull @Valid RankingSaid body) {
        var places = body.places().stream()
                .map(place -> new Rankings.Place(place.rank(), place.initiative(), place.reason()))
                .toList();
        return answer(rankings.rank(board, fiscalYear, places, caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listRankings",
            summary = "List rankings",
            description =
                    "Of this board, the present edition of each year, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<RankingView> list(
            @PathParam("board") UUID board,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("LATEST") RankingOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        boards.get(board, by);
        return listings.of(Ranking.class)
                .visibleTo(by)
                .where("r.board_id = :board", "board", board)
                .orderedBy(sort)
                .answer(paging, RankingView.class, ranking -> RankingView.of(ranking, by));
    }

    @GET
    @Path("/{fiscalYear}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getRanking",
            summary = "Read a ranking",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<RankingView> get(
            @PathParam("board") UUID board,
            @PathParam("fiscalYear") int fiscalYear,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var ranking = rankings.of(board, fiscalYear, caller.get());
        return asOf == null ? answer(ranking) : past.asOf(asOf, ranking, RankingView.class);
    }

    @GET
    @Path("/{fiscalYear}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "rankingHistory",
            summary = "A ranking's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("board") UUID board, @PathParam("fiscalYear") int fiscalYear, @BeanParam @Valid Paging paging) {
        return past.of(rankings.of(board, fiscalYear, caller.get()), paging);
    }

    @GET
    @Path("/{fiscalYear}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyRanking",
            summary = "Verify a ranking's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("board") UUID board, @PathParam("fiscalYear") int fiscalYear) {
        return past.verified(rankings.of(board, fiscalYear, caller.get()));
    }

    private RestResponse<RankingView> answer(Ranking ranking) {
        var by = caller.get();
        return Answer.of(ranking, by, RankingView.of(ranking, by));
    }
}
