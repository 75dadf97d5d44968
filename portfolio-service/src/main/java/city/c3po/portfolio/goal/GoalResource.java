package city.c3po.portfolio.goal;

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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Goals. */
@Path("/v1/goals")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Goals", description = "Where the city wants to go.")
class GoalResource {
    private final Goals goals;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    GoalResource(
            Goals goals,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDay day) {
        this.goals = goals;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @Schema(name = "GoalRetirement")
    record Retirement(@NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Write
    @RolesAllowed({Roles.POLICY_ADMIN, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "setGoal",
            summary = "Set a goal",
            description = "A title is enough; measures say when it is reached.")
    public RestResponse<GoalView> set(@NotNull @Valid GoalText body) {
        var by = caller.get();
        var at = clock.instant();
        return answer(goals.add(new Goal(by, body, day.of(at).getYear(), at), by, goal -> goal.set(by, at)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed({Roles.POLICY_ADMIN, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "editGoal",
            summary = "Edit a goal",
            description = "Saying the same again changes nothing.")
    public RestResponse<GoalView> edit(@PathParam("id") UUID id, @NotNull MergePatch<GoalText> patch) {
        var by = caller.get();
        return answer(goals.edit(
                id,
                by,
                preconditions.seen(),
                GoalAction.EDIT,
                goal -> goal.edit(by, patch.appliedTo(goal.text()), clock.instant())));
    }

    @POST
    @Path("/{id}/retire")
    @Write
    @RolesAllowed({Roles.POLICY_ADMIN, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "retireGoal",
            summary = "Retire a goal",
            description = "No initiative is held against it any more; what was said stays.")
    public RestResponse<GoalView> retire(@PathParam("id") UUID id, @NotNull @Valid Retirement body) {
        var by = caller.get();
        return answer(goals.change(
                id,
                by,
                preconditions.seen(),
                GoalAction.RETIRE,
                goal -> goal.retire(by, body.reason(), clock.instant())));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listGoals",
            summary = "List goals",
            description = "All of them, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<GoalView> list(
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable GoalState state,
            @Parameter(description = "Only (or no) sample data.") @QueryParam("sampleData") @Nullable Boolean sampleData,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") GoalOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Goal.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .where("r.sample_data = :sampleData", "sampleData", sampleData)
                .orderedBy(sort)
                .answer(paging, GoalView.class, goal -> GoalView.of(goal, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getGoal",
            summary = "Read a goal",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<GoalView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var goal = goals.get(id, caller.get());
        return asOf == null ? answer(goal) : past.asOf(asOf, goal, GoalView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "goalHistory",
            summary = "A goal's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(goals.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyGoal",
            summary = "Verify a goal's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(goals.get(id, caller.get()));
    }

    private RestResponse<GoalView> answer(Goal goal) {
        var by = caller.get();
        return Answer.of(goal, by, GoalView.of(goal, by));
    }
}
