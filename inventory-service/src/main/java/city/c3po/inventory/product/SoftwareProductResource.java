package city.c3po.inventory.product;

import city.c3po.inventory.reference.Readers;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Software products. */
@Path("/v1/software-products")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Software products", description = "Publisher, product, edition and version; by what assets name them.")
class SoftwareProductResource {
    private final SoftwareProducts products;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    SoftwareProductResource(
            SoftwareProducts products,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.products = products;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @POST
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "createSoftwareProduct",
            summary = "Record a software product",
            description = "Once per publisher, product, edition and version; purl and CPE belong to one product.")
    public RestResponse<SoftwareProductView> create(@NotNull @Valid SoftwareProductText body) {
        return answer(products.create(body, caller.get(), clock.instant()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "editSoftwareProduct",
            summary = "Edit a software product",
            description = "What is said of it; licence positions follow at their next measurement.")
    public RestResponse<SoftwareProductView> edit(
            @PathParam("id") UUID id, @NotNull MergePatch<SoftwareProductText> patch) {
        return answer(products.edit(id, caller.get(), preconditions.seen(), patch::appliedTo, clock.instant()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getSoftwareProduct",
            summary = "Read a software product",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<SoftwareProductView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var one = products.get(id, caller.get());
        return asOf == null ? answer(one) : past.asOf(asOf, one, SoftwareProductView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listSoftwareProducts",
            summary = "List software products",
            description = "As pages of JSON, or streamed as CSV or NDJSON. Filters narrow it down together.")
    public Page<SoftwareProductView> list(
            @Parameter(description = "Only of this publisher, in any case.")
                    @QueryParam("publisher")
                    @Size(max = 200) @Nullable String publisher,
            @Parameter(description = "Only with this name, in any case.")
                    @QueryParam("product")
                    @Size(max = 200) @Nullable String product,
            @Parameter(description = "Only the one with this package URL.")
                    @QueryParam("purl")
                    @Size(max = 500) @Nullable String purl,
            @Parameter(description = "Only the one with this CPE.") @QueryParam("cpe") @Size(max = 500) @Nullable String cpe,
            @Parameter(description = "Only those that follow this lifecycle.", example = "ubuntu")
                    @QueryParam("lifecycle")
                    @Size(max = 100) @Nullable String lifecycle,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST")
                    SoftwareProductOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(SoftwareProduct.class)
                .visibleTo(by)
                .where("lower(r.publisher) = lower(:publisher)", "publisher", publisher)
                .where("lower(r.product) = lower(:product)", "product", product)
                .where("r.purl = :purl", "purl", purl)
                .where("r.cpe = :cpe", "cpe", cpe)
                .where("r.lifecycle = :lifecycle", "lifecycle", lifecycle)
                .orderedBy(sort)
                .answer(paging, SoftwareProductView.class, one -> SoftwareProductView.of(one, by));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "softwareProductHistory",
            summary = "A software product's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(products.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifySoftwareProduct",
            summary = "Verify a software product's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(products.get(id, caller.get()));
    }

    private RestResponse<SoftwareProductView> answer(SoftwareProduct one) {
        var by = caller.get();
        return Answer.of(one, by, SoftwareProductView.of(one, by));
    }
}
