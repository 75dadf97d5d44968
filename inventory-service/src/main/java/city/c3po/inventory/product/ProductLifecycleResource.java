package city.c3po.inventory.product;

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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Lifecycles of product lines. */
@Path("/v1/product-lifecycles")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(
        name = "Product lifecycles",
        description = "For how long makers look after their products, as endoflife.date models it.")
class ProductLifecycleResource {
    /** As endoflife.date names products. */
    static final String CODE = "[a-z0-9][a-z0-9._-]{0,99}";

    private final ProductLifecycles lifecycles;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    ProductLifecycleResource(
            ProductLifecycles lifecycles,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.lifecycles = lifecycles;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @PUT
    @Path("/{code}")
    @Write(creates = true)
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "putProductLifecycle",
            summary = "Record a lifecycle",
            description =
                    "All its cycles, as published: creates it (If-None-Match: *) or says it anew (If-Match). Every product that"
                            + " follows it has its support worked out from it at once.")
    public RestResponse<ProductLifecycleView> put(
            @Parameter(description = "As endoflife.date names it.", example = "ubuntu")
                    @PathParam("code")
                    @Pattern(regexp = CODE) String code,
            @NotNull @Valid ProductLifecycleText body) {
        return answer(lifecycles.put(code, caller.get(), preconditions.seen(), body, clock.instant()));
    }

    @GET
    @Path("/{code}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getProductLifecycle",
            summary = "Read a lifecycle",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<ProductLifecycleView> get(
            @PathParam("code") String code,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var one = lifecycles.get(code, caller.get());
        return asOf == null ? answer(one) : past.asOf(asOf, one, ProductLifecycleView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listProductLifecycles",
            summary = "List lifecycles",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    public Page<ProductLifecycleView> list(
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("CODE") ProductLifecycleOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(ProductLifecycle.class)
                .visibleTo(by)
                .orderedBy(sort)
                .answer(paging, ProductLifecycleView.class, one -> ProductLifecycleView.of(one, by));
    }

    @GET
    @Path("/{code}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "productLifecycleHistory",
            summary = "A lifecycle's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("code") String code, @BeanParam @Valid Paging paging) {
        return past.of(lifecycles.get(code, caller.get()), paging);
    }

    @GET
    @Path("/{code}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyProductLifecycle",
            summary = "Verify a lifecycle's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("code") String code) {
        return past.verified(lifecycles.get(code, caller.get()));
    }

    private RestResponse<ProductLifecycleView> answer(ProductLifecycle one) {
        var by = caller.get();
        return Answer.of(one, by, ProductLifecycleView.of(one, by));
    }
}
