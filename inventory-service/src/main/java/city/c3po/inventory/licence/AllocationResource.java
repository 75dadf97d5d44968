package city.c3po.inventory.licence;

import static city.c3po.inventory.licence.EntitlementRule.PERSON_OR_ASSET;

import city.c3po.inventory.reference.Readers;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Pages;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who has what of an entitlement. */
@Path("/v1/entitlements/{id}/allocations")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(
        name = "Allocations",
        description = "Who has what of an entitlement; never more than there is, unless somebody says so.")
class AllocationResource {
    private final Entitlements entitlements;
    private final Allocations allocations;
    private final Pages pages;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    AllocationResource(
            Entitlements entitlements,
            Allocations allocations,
            Pages pages,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.entitlements = entitlements;
        this.allocations = allocations;
        this.pages = pages;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "NewAllocation", description = "To a person or to an asset, one unless a quantity is said.")
    record NewAllocation(
            @Schema(description = "Subject of the person.") @Nullable @Pattern(regexp = "[\\x21-\\x7E]{1,255}") String person,

            @Schema(description = "Id of the asset.") @Nullable UUID asset,

            @Nullable @Min(1) @Max(100_000_000) Integer quantity,

            @Schema(description = "Do it even if more is allocated than there is.") @Nullable Boolean overQuota) {}

    @POST
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "allocateEntitlement",
            summary = "Allocate some of it",
            description =
                    "Refused when more would be allocated than there is, whoever else allocates at the same time, unless overQuota"
                            + " is true. Answers the entitlement.")
    public RestResponse<EntitlementView> allocate(@PathParam("id") UUID id, @NotNull @Valid NewAllocation body) {
        PERSON_OR_ASSET.require((body.person() == null) != (body.asset() == null));
        var by = caller.get();
        var at = clock.instant();
        var wanted = new Allocation(
                Uuid7.next(),
                body.person(),
                body.asset(),
                body.quantity() == null ? 1 : body.quantity(),
                Boolean.TRUE.equals(body.overQuota()),
                by.sub(),
                at);
        return answer(entitlements.allocate(id, wanted, by, preconditions.seen(), at));
    }

    @DELETE
    @Path("/{allocation}")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "releaseAllocation",
            summary = "Release an allocation",
            description = "What it held can be allocated again. Answers the entitlement.")
    public RestResponse<EntitlementView> release(
            @PathParam("id") UUID id,
            @Parameter(description = "Id of the allocation.") @PathParam("allocation") UUID allocation) {
        return answer(entitlements.release(id, allocation, caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listAllocations",
            summary = "List its allocations",
            description = "In the order in which they were made.")
    public Page<Allocation> list(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        entitlements.get(id, caller.get());
        var after = pages.after(paging)
                .map(place -> UUID.fromString(place.sortKey()))
                .orElse(null);
        var found = allocations.after(id, after, paging.limit() + 1);
        return pages.page(found, paging, one -> new Pages.Place(one.id().toString(), id.toString()), null);
    }

    private RestResponse<EntitlementView> answer(Entitlement one) {
        var by = caller.get();
        return Answer.of(one, by, EntitlementView.of(one, by));
    }
}
