package city.c3po.portfolio.statusreport;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.project.PartOrder;
import city.c3po.portfolio.project.Projects;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The response plans of a project. */
@Path("/v1/projects/{id}/response-plans")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Status reports", description = "How projects stand at the end of each period, and what follows from it.")
class ResponsePlanResource {
    private final ResponsePlans plans;
    private final Projects projects;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    ResponsePlanResource(
            ResponsePlans plans,
            Projects projects,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.plans = plans;
        this.projects = projects;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "ResponsePlanComment", description = "That each exit criterion holds, or why it is given up.")
    record Said(@NotBlank @Size(max = 2000) String comment) {}

    @Schema(name = "ResponsePlanMove", description = "Another last day, and why.")
    record Move(
            @NotNull LocalDate due,
            @NotBlank @Size(max = 2000) String comment) {}

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<ResponsePlanEvent> on(ResponsePlan plan, Actor by, Instant at);
    }

    @POST
    @Path("/{plan}/move")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "moveResponsePlan",
            summary = "Move the last day of a response plan",
            description = "By its owner, the PPM or the portfolio office, with the reason.")
    public RestResponse<ResponsePlanView> move(
            @PathParam("id") UUID id, @PathParam("plan") UUID plan, @NotNull @Valid Move body) {
        return change(
                id, plan, ResponsePlanAction.MOVE, (known, by, at) -> known.move(by, body.due(), body.comment(), at));
    }

    @POST
    @Path("/{plan}/complete")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "completeResponsePlan",
            summary = "Say that a response plan is complete",
            description = "That each of its exit criteria holds.")
    public RestResponse<ResponsePlanView> complete(
            @PathParam("id") UUID id, @PathParam("plan") UUID plan, @NotNull @Valid Said body) {
        return change(id, plan, ResponsePlanAction.COMPLETE, (known, by, at) -> known.complete(by, body.comment(), at));
    }

    @POST
    @Path("/{plan}/abandon")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "abandonResponsePlan",
            summary = "Give a response plan up",
            description = "The next red report opens another one.")
    public RestResponse<ResponsePlanView> abandon(
            @PathParam("id") UUID id, @PathParam("plan") UUID plan, @NotNull @Valid Said body) {
        return change(id, plan, ResponsePlanAction.ABANDON, (known, by, at) -> known.abandon(by, body.comment(), at));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listResponsePlans",
            summary = "List the response plans of a project",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    public Page<ResponsePlanView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable ResponsePlanState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") PartOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        projects.get(id, by);
        return listings.of(ResponsePlan.class)
                .visibleTo(by)
                .where("r.project = :project", "project", id)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, ResponsePlanView.class, plan -> ResponsePlanView.of(plan, by));
    }

    @GET
    @Path("/{plan}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getResponsePlan",
            summary = "Read a response plan",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<ResponsePlanView> get(
            @PathParam("id") UUID id,
            @PathParam("plan") UUID plan,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var known = plans.of(id, plan, caller.get());
        return asOf == null ? answer(known) : past.asOf(asOf, known, ResponsePlanView.class);
    }

    @GET
    @Path("/{plan}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "responsePlanHistory",
            summary = "A response plan's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("id") UUID id, @PathParam("plan") UUID plan, @BeanParam @Valid Paging paging) {
        return past.of(plans.of(id, plan, caller.get()), paging);
    }

    @GET
    @Path("/{plan}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyResponsePlan",
            summary = "Verify a response plan's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id, @PathParam("plan") UUID plan) {
        return past.verified(plans.of(id, plan, caller.get()));
    }

    private RestResponse<ResponsePlanView> change(UUID id, UUID plan, ResponsePlanAction action, Verb verb) {
        var by = caller.get();
        return answer(
                plans.change(id, plan, by, preconditions.seen(), action, known -> verb.on(known, by, clock.instant())));
    }

    private RestResponse<ResponsePlanView> answer(ResponsePlan plan) {
        var by = caller.get();
        return Answer.of(plan, by, ResponsePlanView.of(plan, by));
    }
}
