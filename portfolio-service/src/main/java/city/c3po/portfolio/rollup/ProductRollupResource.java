package city.c3po.portfolio.rollup;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.MediaTypes;
import city.c3po.portfolio.product.Products;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The sum of what is delivered to a product. */
@Path("/v1/products/{id}/rollup")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Roll-ups", description = "What projects add up to.")
class ProductRollupResource {
    private final Rollups rollups;
    private final Products products;
    private final CurrentActor caller;
    private final InstantSource clock;
    private final CityDay day;

    ProductRollupResource(Rollups rollups, Products products, CurrentActor caller, InstantSource clock, CityDay day) {
        this.rollups = rollups;
        this.products = products;
        this.caller = caller;
        this.clock = clock;
        this.day = day;
    }

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "rollUpProduct",
            summary = "Add up what is delivered to a product",
            description =
                    "All projects that name it. A project may deliver to several products, so do not add these up.")
    public Rollup product(@PathParam("id") UUID id) {
        var by = caller.get();
        products.get(id, by);
        return rollups.ofProduct(id, orToday(null), by);
    }

    private LocalDate orToday(@Nullable LocalDate on) {
        return on == null ? day.of(clock.instant()) : on;
    }
}
