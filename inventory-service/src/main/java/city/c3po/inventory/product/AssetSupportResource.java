package city.c3po.inventory.product;

import city.c3po.inventory.asset.Assets;
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

/** Whether the makers still look after what an asset runs. */
@Path("/v1/assets/{id}/support")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Support", description = "Whether their makers still look after products and assets, on any day.")
class AssetSupportResource {
    private final Assets assets;
    private final SupportQuestions questions;
    private final CurrentActor caller;
    private final InstantSource clock;
    private final ZoneId zone;

    AssetSupportResource(
            Assets assets,
            SupportQuestions questions,
            CurrentActor caller,
            InstantSource clock,
            @ConfigProperty(name = "c3po.city.zone") ZoneId zone) {
        this.assets = assets;
        this.questions = questions;
        this.caller = caller;
        this.clock = clock;
        this.zone = zone;
    }

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "assetSupport",
            summary = "How an asset is supported",
            description =
                    "The worst of its own product and of those installed on it. From good to bad: ACTIVE, SECURITY, EXTENDED,"
                            + " UNKNOWN, EOL.")
    public Support ofAsset(
            @PathParam("id") UUID id,
            @Parameter(description = "The day; today when left out.") @QueryParam("on") @Nullable LocalDate on) {
        assets.requireVisible(id, caller.get());
        return questions.ofAsset(id, day(on));
    }

    private LocalDate day(@Nullable LocalDate on) {
        return on == null ? new CityCalendar(zone, Set.of()).dateOf(clock.instant()) : on;
    }
}
