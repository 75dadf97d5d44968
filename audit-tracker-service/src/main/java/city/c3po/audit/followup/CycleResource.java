package city.c3po.audit.followup;

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
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Opening and reading follow-up cycles. */
@Path("/v1/follow-up-cycles")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Follow-up cycles", description = "Where everything stands, with a ledger that must balance.")
class CycleResource {
    static final String ANY_ROLE = "${c3po.roles.any}";

    private final FollowUpCycles cycles;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    CycleResource(
            FollowUpCycles cycles,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.cycles = cycles;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @POST
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "openFollowUpCycle",
            summary = "Open a follow-up cycle",
            description = "For all recommendations of one body. Its opening is the closing of the last one that froze.")
    public RestResponse<CycleView> open(@NotNull @Valid NewCycle body) {
        return answer(cycles.open(caller.get(), body));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "editFollowUpCycle",
            summary = "Edit a follow-up cycle",
            description = "Its title and day, while it is open.")
    public RestResponse<CycleView> edit(@PathParam("id") UUID id, @NotNull MergePatch<NewCycle.Edit> patch) {
        var by = caller.get();
        return answer(cycles.edit(id, by, preconditions.seen(), CycleAction.EDIT, cycle -> {
            var better = patch.appliedTo(NewCycle.Edit.of(cycle));
            return cycle.edit(by, better.title(), better.asOf(), cycles.former(cycle.body()), clock.instant());
        }));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getFollowUpCycle",
            summary = "Read a follow-up cycle",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<CycleView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var cycle = cycles.get(id, caller.get());
        return asOf == null ? answer(cycle) : past.asOf(asOf, cycle, CycleView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON, MediaTypes.XLSX})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listFollowUpCycles",
            summary = "List follow-up cycles",
            description = "All that you may see, as pages of JSON, or streamed as CSV, NDJSON or XLSX.")
    public Page<CycleView> list(
            @Parameter(description = "Only of this body.", example = "city-auditor")
                    @QueryParam("body")
                    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,49}") @Nullable String body,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable CycleState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") CycleOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(FollowUpCycle.class)
                .visibleTo(by)
                .where("r.body = :body", "body", body)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, CycleView.class, cycle -> CycleView.of(cycle, by));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "followUpCycleHistory",
            summary = "A cycle's history",
            description = "Who did what, when; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(cycles.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "verifyFollowUpCycleHistory",
            summary = "Verify a cycle's history",
            description = "Whether the chain of hashes holds, and the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(cycles.get(id, caller.get()));
    }

    private RestResponse<CycleView> answer(FollowUpCycle cycle) {
        var by = caller.get();
        return Answer.of(cycle, by, CycleView.of(cycle, by));
    }
}
