package city.c3po.inventory.asset;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Assets by the keys of the systems that feed them. */
@Path("/v1/assets/by-ref/{source}/{key}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Assets by key", description = "One asset at a time, by the key of the system that feeds it.")
class AssetRefResource {
    private final AssetFeed feed;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    AssetRefResource(AssetFeed feed, CurrentActor caller, Preconditions preconditions, InstantSource clock) {
        this.feed = feed;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @PUT
    @Write(creates = true)
    @RolesAllowed({Roles.FEEDER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "putAssetByRef",
            summary = "Say an asset by your own key",
            description =
                    "All that the source says of it: creates the asset the first time (If-None-Match: *), says it anew after that"
                            + " (If-Match). A feeder needs neither on its own source. What is left out the source says no more;"
                            + " what others say stays, and who is believed is decided as in an import. An asset that another key"
                            + " finds is not linked here: 409 names it; import the row, or merge.")
    public RestResponse<AssetView> put(
            @Parameter(description = "The feeding system; of a system, one of its own.", example = "finance")
                    @PathParam("source")
                    @Pattern(regexp = "[a-z][a-z0-9-]{0,49}") String source,
            @Parameter(description = "That system's key.", example = "FA-00815") @PathParam("key") @Size(max = 200) String key,
            @NotNull @Valid AssetText body) {
        var by = caller.get();
        var seen = preconditions.seenBy(by, source);
        var asset = feed.put(new ExternalRef(source, key), body, by, seen, clock.instant());
        return Answer.of(asset, by, AssetView.of(asset, by));
    }
}
