package city.c3po.inventory.licence;

import city.c3po.inventory.reference.Readers;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.value.Money;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Entitlements. Their allocations: {@link AllocationResource}. */
@Path("/v1/entitlements")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(
        name = "Entitlements",
        description = "What the city may use: so many licences of a product, by a metric, for a term.")
class EntitlementResource {
    private final Entitlements entitlements;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    EntitlementResource(
            Entitlements entitlements,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.entitlements = entitlements;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "EntitlementRenewal", description = "The term that follows the present one.")
    record Renewal(
            @NotNull LocalDate termEnd,

            @Schema(description = "For the new term; as before when left out.") @Nullable @Valid Money cost,

            @Schema(description = "As before when left out.") @Nullable @Min(1) @Max(100_000_000) Integer quantity) {}

    @Schema(name = "EntitlementEnd", description = "Why it counts no more.")
    record End(@NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "createEntitlement",
            summary = "Record an entitlement",
            description =
                    "It counts on each day of its term; licence positions take it in when they are next measured.")
    public RestResponse<EntitlementView> create(@NotNull @Valid EntitlementText body) {
        return answer(entitlements.create(body, caller.get(), clock.instant()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "editEntitlement",
            summary = "Edit an entitlement",
            description = "Product, metric and department stay; the quantity covers what is allocated.")
    public RestResponse<EntitlementView> edit(@PathParam("id") UUID id, @NotNull MergePatch<EntitlementText> patch) {
        return answer(entitlements.edit(id, caller.get(), preconditions.seen(), patch::appliedTo, clock.instant()));
    }

    @POST
    @Path("/{id}/renew")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "renewEntitlement",
            summary = "Renew it for another term",
            description = "The new term begins on the day after the present one; allocations stay.")
    public RestResponse<EntitlementView> renew(@PathParam("id") UUID id, @NotNull @Valid Renewal body) {
        return answer(entitlements.renew(
                id, body.termEnd(), body.cost(), body.quantity(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/{id}/end")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "endEntitlement",
            summary = "End it before its term",
            description = "It counts no more from now on, and is no longer renewed.")
    public RestResponse<EntitlementView> end(@PathParam("id") UUID id, @NotNull @Valid End body) {
        return answer(entitlements.end(id, body.reason(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getEntitlement",
            summary = "Read an entitlement",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<EntitlementView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var one = entitlements.get(id, caller.get());
        return asOf == null ? answer(one) : past.asOf(asOf, one, EntitlementView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listEntitlements",
            summary = "List entitlements",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<EntitlementView> list(
            @Parameter(description = "Only of this software product.") @QueryParam("product") @Nullable UUID product,
            @Parameter(description = "Only by this metric.") @QueryParam("metric") @Nullable Metric metric,
            @Parameter(description = "Only of this department.", example = "DEP-LIB")
                    @QueryParam("department")
                    @Size(max = 50) @Nullable String department,
            @Parameter(description = "Only of this vendor.", example = "V-1001")
                    @QueryParam("vendor")
                    @Size(max = 50) @Nullable String vendor,
            @Parameter(description = "Only those that count on this day.") @QueryParam("validOn") @Nullable LocalDate validOn,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") EntitlementOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Entitlement.class)
                .visibleTo(by)
                .where("r.product = :product", "product", product)
                .where("r.metric = :metric", "metric", metric)
                .where("r.department = :department", "department", department)
                .where("r.vendor = :vendor", "vendor", vendor)
                .where(
                        "r.ended is null and :day between r.term_start and coalesce(r.term_end, '9999-12-31')",
                        "day",
                        validOn == null ? null : validOn.toString())
                .orderedBy(sort)
                .answer(paging, EntitlementView.class, one -> EntitlementView.of(one, by));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "entitlementHistory",
            summary = "An entitlement's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(entitlements.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyEntitlement",
            summary = "Verify an entitlement's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(entitlements.get(id, caller.get()));
    }

    private RestResponse<EntitlementView> answer(Entitlement one) {
        var by = caller.get();
        return Answer.of(one, by, EntitlementView.of(one, by));
    }
}
