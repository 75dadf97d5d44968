package city.c3po.inventory.product;

import city.c3po.inventory.reference.Readers;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.time.CityCalendar;
import city.c3po.platform.web.MediaTypes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether its maker still looks after a product. */
@Path("/v1/software-products/{id}/support")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Support", description = "Whether their makers still look after products and assets, on any day.")
class ProductSupportResource {
    private final SoftwareProducts products;
    private final SupportQuestions questions;
    private final CurrentActor caller;
    private final InstantSource clock;
    private final ZoneId zone;

    ProductSupportResource(
            SoftwareProducts products,
            SupportQuestions questions,
            CurrentActor caller,
            InstantSource clock,
            @ConfigProperty(name = "c3po.city.zone") ZoneId zone) {
        this.products = products;
        this.questions = questions;
        this.caller = caller;
        this.clock = clock;
        this.zone = zone;
    }

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "softwareProductSupport",
            summary = "How a product is supported",
            description =
                    "ACTIVE with new features, SECURITY with fixes of security, EXTENDED for money, EOL, or UNKNOWN where no cycle"
                            + " or day is known.")
    public Support ofProduct(
            @PathParam("id") UUID id,
            @Parameter(description = "The day; today when left out.") @QueryParam("on") @Nullable LocalDate on) {
        products.get(id, caller.get());
        return questions.ofProduct(id, day(on));
    }

    private LocalDate day(@Nullable LocalDate on) {
        return on == null ? new CityCalendar(zone, Set.of()).dateOf(clock.instant()) : on;
    }
}
