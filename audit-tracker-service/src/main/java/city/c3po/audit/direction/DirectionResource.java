package city.c3po.audit.direction;

import city.c3po.audit.recommendation.NewRecommendation;
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
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What committees direct, and what is answered. */
@Path("/v1/directions")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Directions", description = "What committees direct when a report is before them, until it is answered.")
class DirectionResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";

    private final Directions directions;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    DirectionResource(
            Directions directions,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.directions = directions;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @POST
    @Write
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "giveDirection",
            summary = "Record a direction",
            description = "By the clerk of the body. Due at the body's next scheduled meeting if no day is said.")
    public RestResponse<DirectionView> give(@NotNull @Valid NewDirection body) {
        return answer(directions.give(caller.get(), body));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON, MediaTypes.XLSX})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listDirections",
            summary = "List directions",
            description = "All that you may see, as pages of JSON, or streamed as CSV, NDJSON or XLSX.")
    public Page<DirectionView> list(
            @Parameter(description = "Only of this body.", example = "smart-cities-committee")
                    @QueryParam("body")
                    @Pattern(regexp = NewDirection.BODY) @Nullable String body,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable DirectionState state,
            @Parameter(description = "Only of this department.", example = "DEP-IT")
                    @QueryParam("department")
                    @Pattern(regexp = NewRecommendation.DEPARTMENT) @Nullable String department,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") DirectionOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Direction.class)
                .visibleTo(by)
                .where("r.body = :body", "body", body)
                .where("r.state = :state", "state", state)
                .where("r.department = :department", "department", department)
                .orderedBy(sort)
                .answer(paging, DirectionView.class, one -> DirectionView.of(one, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getDirection",
            summary = "Read a direction",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<DirectionView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var one = directions.get(id, caller.get());
        return asOf == null ? answer(one) : past.asOf(asOf, one, DirectionView.class);
    }

    @Schema(name = "NewDirectionAnswer", description = "What was done, and in which report the body reads it.")
    record NewAnswer(
            @NotBlank @Size(max = 8000) String text,

            @Schema(description = "Id of the report, as a rule the next to the same body.")
            @Nullable @Pattern(regexp = NewDirection.RECORD) String report) {}

    @POST
    @Path("/{id}/answer")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "answerDirection",
            summary = "Answer a direction",
            description = "GIVEN → ANSWERED, by the department or the portfolio office.")
    public RestResponse<DirectionView> answerDirection(@PathParam("id") UUID id, @NotNull @Valid NewAnswer body) {
        return change(
                id,
                DirectionAction.ANSWER,
                (one, by, at) -> one.answer(by, body.text(), DirectionView.report(body.report()), at));
    }

    @POST
    @Path("/{id}/satisfy")
    @Write
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "satisfyDirection",
            summary = "Record that the body is satisfied",
            description = "ANSWERED → SATISFIED, by the clerk of the body.")
    public RestResponse<DirectionView> satisfy(@PathParam("id") UUID id) {
        return change(id, DirectionAction.SATISFY, Direction::satisfy);
    }

    @Schema(name = "DirectionReason", description = "Why.")
    record Reason(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("/{id}/send-back")
    @Write
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "sendBackDirection",
            summary = "Send an answer back",
            description = "ANSWERED → GIVEN, by the clerk of the body, with the reason.")
    public RestResponse<DirectionView> sendBack(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return change(id, DirectionAction.SEND_BACK, (one, by, at) -> one.sendBack(by, body.reason(), at));
    }

    @POST
    @Path("/{id}/withdraw")
    @Write
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "withdrawDirection",
            summary = "Withdraw a direction",
            description = "GIVEN or ANSWERED → WITHDRAWN, by the clerk of the body, with the reason.")
    public RestResponse<DirectionView> withdraw(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return change(id, DirectionAction.WITHDRAW, (one, by, at) -> one.withdraw(by, body.reason(), at));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "directionHistory",
            summary = "A direction's history",
            description = "Who did what, when; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(directions.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "verifyDirectionHistory",
            summary = "Verify a direction's history",
            description = "Whether the chain of hashes holds, and the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(directions.get(id, caller.get()));
    }

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<DirectionEvent> on(Direction direction, Actor by, Instant at);
    }

    private RestResponse<DirectionView> change(UUID id, DirectionAction action, Verb verb) {
        var by = caller.get();
        return answer(
                directions.change(id, by, preconditions.seen(), action, one -> verb.on(one, by, clock.instant())));
    }

    private RestResponse<DirectionView> answer(Direction one) {
        var by = caller.get();
        return Answer.of(one, by, DirectionView.of(one, by));
    }
}
