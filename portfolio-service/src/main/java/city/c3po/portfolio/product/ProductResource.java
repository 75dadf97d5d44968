package city.c3po.portfolio.product;

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

/** Products and their verbs. */
@Path("/v1/products")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Products", description = "What the city runs, and projects build and change.")
class ProductResource {
    private final Products products;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    ProductResource(
            Products products,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDay day) {
        this.products = products;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @Schema(name = "ProductMove", description = "Why the product is moved.")
    record Move(@NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "createProduct",
            summary = "Put a product on record",
            description = "PROPOSED, with an owner; it has no end date.")
    public RestResponse<ProductView> create(@NotNull @Valid ProductPlan body) {
        var by = caller.get();
        var at = clock.instant();
        var fresh = new Product(by, body, day.of(at).getYear(), at);
        return answer(products.add(fresh, by, product -> products.checked(by, product, product.create(by, at))));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "editProduct",
            summary = "Edit a product",
            description = "By its owner or the portfolio office. Saying the same again changes nothing.")
    public RestResponse<ProductView> edit(@PathParam("id") UUID id, @NotNull MergePatch<ProductPlan> patch) {
        var by = caller.get();
        return answer(products.edit(
                id,
                by,
                preconditions.seen(),
                ProductAction.EDIT,
                product -> products.checked(
                        by, product, product.edit(by, patch.appliedTo(product.plan()), clock.instant()))));
    }

    @POST
    @Path("/{id}/activate")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "activateProduct",
            summary = "Activate a product",
            description = "It is used and developed; from PROPOSED, or from SUSTAINING again.")
    public RestResponse<ProductView> activate(@PathParam("id") UUID id, @NotNull @Valid Move body) {
        return move(id, ProductAction.ACTIVATE, body);
    }

    @POST
    @Path("/{id}/sustain")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "sustainProduct",
            summary = "Only keep a product running",
            description = "From ACTIVE, or from SUNSETTING when it is needed longer.")
    public RestResponse<ProductView> sustain(@PathParam("id") UUID id, @NotNull @Valid Move body) {
        return move(id, ProductAction.SUSTAIN, body);
    }

    @POST
    @Path("/{id}/sunset")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "sunsetProduct",
            summary = "Begin a product's end",
            description = "From ACTIVE or SUSTAINING.")
    public RestResponse<ProductView> sunset(@PathParam("id") UUID id, @NotNull @Valid Move body) {
        return move(id, ProductAction.SUNSET, body);
    }

    @POST
    @Path("/{id}/retire")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "retireProduct",
            summary = "Retire a product",
            description = "From SUNSETTING, or a proposal that came to nothing. It does not come back.")
    public RestResponse<ProductView> retire(@PathParam("id") UUID id, @NotNull @Valid Move body) {
        return move(id, ProductAction.RETIRE, body);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listProducts",
            summary = "List products",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<ProductView> list(
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable ProductState state,
            @Parameter(description = "Only of this owner.") @QueryParam("owner") @Size(max = 255) @Nullable String owner,
            @Parameter(description = "Only (or no) sample data.") @QueryParam("sampleData") @Nullable Boolean sampleData,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") ProductOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Product.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .where("r.plan ->> 'owner' = :owner", "owner", owner)
                .where("r.sample_data = :sampleData", "sampleData", sampleData)
                .orderedBy(sort)
                .answer(paging, ProductView.class, product -> ProductView.of(product, by));
    }

    private RestResponse<ProductView> move(UUID id, ProductAction action, Move body) {
        var by = caller.get();
        return answer(products.change(
                id,
                by,
                preconditions.seen(),
                action,
                product -> product.move(by, action, body.reason(), clock.instant())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getProduct",
            summary = "Read a product",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<ProductView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var product = products.get(id, caller.get());
        return asOf == null ? answer(product) : past.asOf(asOf, product, ProductView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "productHistory",
            summary = "A product's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(products.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyProduct",
            summary = "Verify a product's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(products.get(id, caller.get()));
    }

    private RestResponse<ProductView> answer(Product product) {
        var by = caller.get();
        return Answer.of(product, by, ProductView.of(product, by));
    }
}
