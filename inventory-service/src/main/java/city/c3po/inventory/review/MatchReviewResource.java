package city.c3po.inventory.review;

import city.c3po.inventory.reference.Readers;
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
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Match reviews. */
@Path("/v1/match-reviews")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Match reviews", description = "Rows of imports that a person decides.")
class MatchReviewResource {
    private final MatchReviews reviews;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    MatchReviewResource(
            MatchReviews reviews,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.reviews = reviews;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "MatchLink", description = "Which asset the row is about.")
    record Link(
            @NotNull UUID asset, @NotBlank @Size(max = 2000) String comment) {}

    @Schema(name = "MatchRemark", description = "Why it is decided so.")
    record Remark(@NotBlank @Size(max = 2000) String comment) {}

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getMatchReview",
            summary = "Read a review",
            description = "What the row says, and why a person decides.")
    public RestResponse<MatchReviewView> get(@PathParam("id") UUID id) {
        return answer(reviews.get(id, caller.get()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listMatchReviews",
            summary = "List reviews",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<MatchReviewView> list(
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable MatchReviewState state,
            @Parameter(description = "Only of this source.") @QueryParam("source") @Size(max = 50) @Nullable String source,
            @Parameter(description = "Only of this import.") @QueryParam("importId") @Nullable UUID importId,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("OLDEST") MatchReviewOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(MatchReview.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .where("r.source = :source", "source", source)
                .where("r.import = :importId", "importId", importId)
                .orderedBy(sort)
                .answer(paging, MatchReviewView.class, review -> MatchReviewView.of(review, by));
    }

    @POST
    @Path("/{id}/link")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "linkMatchReview",
            summary = "It is this asset",
            description = "What the row says becomes a claim on the asset, which is weighed anew.")
    public RestResponse<MatchReviewView> link(@PathParam("id") UUID id, @NotNull @Valid Link body) {
        return answer(
                reviews.link(id, body.asset(), body.comment(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/{id}/register")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "registerMatchReview",
            summary = "It is an asset of its own",
            description = "Registers what the row says as a new asset, if no other is known by its keys.")
    public RestResponse<MatchReviewView> register(@PathParam("id") UUID id, @NotNull @Valid Remark body) {
        return answer(reviews.register(id, body.comment(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/{id}/dismiss")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(operationId = "dismissMatchReview", summary = "It is nothing", description = "The row is left aside.")
    public RestResponse<MatchReviewView> dismiss(@PathParam("id") UUID id, @NotNull @Valid Remark body) {
        return answer(reviews.dismiss(id, body.comment(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "matchReviewHistory",
            summary = "A review's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(reviews.get(id, caller.get()), paging);
    }

    private RestResponse<MatchReviewView> answer(MatchReview review) {
        var by = caller.get();
        return Answer.of(review, by, MatchReviewView.of(review, by));
    }
}
