package city.c3po.portfolio.resource;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
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
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The time that a project asks for. */
@Path("/v1/projects/{id}/allocations")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Allocations", description = "The time that projects ask of resources, and what is missing.")
class AllocationResource {
    private final Allocations allocations;
    private final Projects projects;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    AllocationResource(
            Allocations allocations,
            Projects projects,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.allocations = allocations;
        this.projects = projects;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "AllocationComment", description = "Why.")
    record Said(@NotBlank @Size(max = 2000) String comment) {}

    @Schema(name = "AllocationOverride", description = "Why it may go above the capacity; nothing where it may not.")
    record Override(@Nullable @Size(min = 1, max = 2000) String override) {}

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<AllocationEvent> on(Allocation allocation, Actor by, Instant at);
    }

    @POST
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "planAllocation",
            summary = "Plan an allocation",
            description = "By the PPM or the portfolio office. The answer names the gap and the levers.")
    @APIResponse(responseCode = "201", description = "The allocation.")
    public RestResponse<AllocationView> plan(@PathParam("id") UUID id, @NotNull @Valid AllocationText body) {
        return answer(allocations.plan(id, caller.get(), body, clock.instant()));
    }

    @PATCH
    @Path("/{allocation}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "editAllocation",
            summary = "Edit an allocation",
            description = "While it is planned. Saying the same again changes nothing.")
    public RestResponse<AllocationView> edit(
            @PathParam("id") UUID id,
            @PathParam("allocation") UUID allocation,
            @NotNull MergePatch<AllocationText> patch) {
        return answer(allocations.edit(
                id, allocation, caller.get(), preconditions.seen(), patch::appliedTo, clock.instant()));
    }

    @POST
    @Path("/{allocation}/request")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "requestAllocation",
            summary = "Request an allocation",
            description = "It awaits the owner of the resource.")
    public RestResponse<AllocationView> request(@PathParam("id") UUID id, @PathParam("allocation") UUID allocation) {
        return change(id, allocation, AllocationAction.REQUEST, Allocation::request);
    }

    @POST
    @Path("/{allocation}/reject")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "rejectAllocation",
            summary = "Reject an allocation",
            description = "By the owner of the resource, with the reason.")
    public RestResponse<AllocationView> reject(
            @PathParam("id") UUID id, @PathParam("allocation") UUID allocation, @NotNull @Valid Said body) {
        return change(id, allocation, AllocationAction.REJECT, (known, by, at) -> known.reject(by, body.comment(), at));
    }

    @POST
    @Path("/{allocation}/confirm")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "confirmAllocation",
            summary = "Confirm an allocation (soft)",
            description =
                    "By the owner of the resource. Above the capacity it is a warning: the answer names the gap and the"
                            + " levers.")
    public RestResponse<AllocationView> confirm(@PathParam("id") UUID id, @PathParam("allocation") UUID allocation) {
        return answer(allocations.confirm(id, allocation, caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/{allocation}/allocate")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "allocate",
            summary = "Allocate (hard)",
            description =
                    "By the owner of the resource. Above the capacity it is refused with the gap and the levers, unless"
                            + " its owner overrides that with a reason.")
    public RestResponse<AllocationView> allocate(
            @PathParam("id") UUID id, @PathParam("allocation") UUID allocation, @NotNull @Valid Override body) {
        return answer(allocations.allocate(
                id, allocation, caller.get(), preconditions.seen(), body.override(), clock.instant()));
    }

    @POST
    @Path("/{allocation}/complete")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "completeAllocation",
            summary = "Complete an allocation",
            description = "Its time was spent.")
    public RestResponse<AllocationView> complete(@PathParam("id") UUID id, @PathParam("allocation") UUID allocation) {
        return change(id, allocation, AllocationAction.COMPLETE, Allocation::complete);
    }

    @POST
    @Path("/{allocation}/cancel")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "cancelAllocation",
            summary = "Cancel an allocation",
            description = "Gives its time back, with the reason.")
    public RestResponse<AllocationView> cancel(
            @PathParam("id") UUID id, @PathParam("allocation") UUID allocation, @NotNull @Valid Said body) {
        return change(id, allocation, AllocationAction.CANCEL, (known, by, at) -> known.cancel(by, body.comment(), at));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listAllocations",
            summary = "List the allocations of a project",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    public Page<AllocationView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable AllocationState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") PartOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        projects.get(id, by);
        return listings.of(Allocation.class)
                .visibleTo(by)
                .where("r.project = :project", "project", id)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(
                        paging,
                        AllocationView.class,
                        allocation -> AllocationView.of(allocation, allocations.gap(allocation), by));
    }

    @GET
    @Path("/{allocation}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getAllocation",
            summary = "Read an allocation",
            description = "With the gap as it is now; with asOf as it was recorded at an instant.")
    public RestResponse<AllocationView> get(
            @PathParam("id") UUID id,
            @PathParam("allocation") UUID allocation,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var known = allocations.of(id, allocation, caller.get());
        return asOf == null ? answer(known) : past.asOf(asOf, known, AllocationView.class);
    }

    @GET
    @Path("/{allocation}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "allocationHistory",
            summary = "An allocation's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("id") UUID id, @PathParam("allocation") UUID allocation, @BeanParam @Valid Paging paging) {
        return past.of(allocations.of(id, allocation, caller.get()), paging);
    }

    @GET
    @Path("/{allocation}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyAllocation",
            summary = "Verify an allocation's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id, @PathParam("allocation") UUID allocation) {
        return past.verified(allocations.of(id, allocation, caller.get()));
    }

    private RestResponse<AllocationView> change(UUID id, UUID allocation, AllocationAction action, Verb verb) {
        var by = caller.get();
        return answer(allocations.change(
                id, allocation, by, preconditions.seen(), action, known -> verb.on(known, by, clock.instant())));
    }

    private RestResponse<AllocationView> answer(Allocation allocation) {
        var by = caller.get();
        var gap = allocations.gap(allocation);
        return Answer.of(allocation.shownWith(gap), by, AllocationView.of(allocation, gap, by));
    }
}
