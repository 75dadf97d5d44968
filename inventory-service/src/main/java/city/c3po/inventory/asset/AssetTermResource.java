package city.c3po.inventory.asset;

import static city.c3po.inventory.asset.AssetAction.ACTIVATE;
import static city.c3po.inventory.asset.AssetAction.EXPIRE;
import static city.c3po.inventory.asset.AssetAction.START_TRIAL;
import static city.c3po.inventory.asset.AssetAction.TERMINATE;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The moves of software and subscriptions: planned, active for a term, ended. */
@Path("/v1/assets/{id}")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(
        name = "Asset moves",
        description = "The life of an asset: bought, used, retired, disposed of; or planned, active, ended.")
class AssetTermResource {
    private static final @Nullable String NO_REASON = null;

    private final Assets assets;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    AssetTermResource(Assets assets, CurrentActor caller, Preconditions preconditions, InstantSource clock) {
        this.assets = assets;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @POST
    @Path("/start-trial")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(operationId = "startAssetTrial", summary = "Begin a trial", description = "PLANNED → TRIAL.")
    public RestResponse<AssetView> startTrial(@PathParam("id") UUID id) {
        return answer(assets.move(
                id, START_TRIAL, AssetState.TRIAL, NO_REASON, caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/activate")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "activateAsset",
            summary = "Activate it",
            description = "PLANNED, TRIAL or EXPIRED → ACTIVE.")
    public RestResponse<AssetView> activate(@PathParam("id") UUID id) {
        return answer(assets.move(
                id, ACTIVATE, AssetState.ACTIVE, NO_REASON, caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/expire")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(operationId = "expireAsset", summary = "It has expired", description = "TRIAL or ACTIVE → EXPIRED.")
    public RestResponse<AssetView> expire(@PathParam("id") UUID id) {
        return answer(assets.move(
                id, EXPIRE, AssetState.EXPIRED, NO_REASON, caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/terminate")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "terminateAsset",
            summary = "End it for good",
            description = "Any state before → TERMINATED.")
    public RestResponse<AssetView> terminate(@PathParam("id") UUID id, @NotNull @Valid AssetReason body) {
        return answer(assets.move(
                id,
                TERMINATE,
                AssetState.TERMINATED,
                body.reason(),
                caller.get(),
                preconditions.seen(),
                clock.instant()));
    }

    private RestResponse<AssetView> answer(Asset asset) {
        var by = caller.get();
        return Answer.of(asset, by, AssetView.of(asset, by));
    }
}
