package city.c3po.inventory.asset;

import static city.c3po.inventory.asset.AssetAction.APPROVE_DISPOSAL;
import static city.c3po.inventory.asset.AssetAction.REQUEST_DISPOSAL;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How an asset goes: retired, perhaps taken back, and disposed of by two persons. */
@Path("/v1/assets/{id}")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(
        name = "Asset moves",
        description = "The life of an asset: bought, used, retired, disposed of; or planned, active, ended.")
class AssetDisposalResource {
    private final Assets assets;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    AssetDisposalResource(Assets assets, CurrentActor caller, Preconditions preconditions, InstantSource clock) {
        this.assets = assets;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "AssetDisposalRequest", description = "How it shall go; another person approves.")
    record DisposalRequest(
            @NotNull DisposalMethod method,
            @NotNull LocalDate date,
            @NotBlank @Size(max = 500) String document,

            @Schema(description = "Needed for what bears data.") @Nullable @Size(max = 500) String sanitisationCertificate) {}

    @POST
    @Path("/retire")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "retireAsset",
            summary = "Retire it",
            description =
                    "Live or MISSING → RETIRED. Custodian and parent are released, what is installed on it is terminated.")
    public RestResponse<AssetView> retire(@PathParam("id") UUID id, @NotNull @Valid AssetReason body) {
        return answer(assets.retire(id, body.reason(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/restock")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "restockAsset",
            summary = "Take it back from retirement",
            description = "RETIRED → IN_STOCK, with the reason.")
    public RestResponse<AssetView> restock(@PathParam("id") UUID id, @NotNull @Valid AssetReason body) {
        return answer(assets.restock(id, body.reason(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/request-disposal")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "requestAssetDisposal",
            summary = "Ask for its disposal",
            description =
                    "Of what is RETIRED: method, date, document, and for what bears data the certificate of its sanitisation. Another person approves.")
    public RestResponse<AssetView> requestDisposal(@PathParam("id") UUID id, @NotNull @Valid DisposalRequest body) {
        return answer(assets.change(
                id,
                caller.get(),
                preconditions.seen(),
                REQUEST_DISPOSAL,
                asset -> asset.requestDisposal(
                        caller.get(),
                        new Life.Disposal(
                                body.method(),
                                body.date(),
                                body.document(),
                                body.sanitisationCertificate(),
                                caller.get().sub(),
                                null),
                        clock.instant())));
    }

    @POST
    @Path("/approve-disposal")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "approveAssetDisposal",
            summary = "Approve its disposal",
            description = "RETIRED → DISPOSED, for good. Not by the person who asked for it.")
    public RestResponse<AssetView> approveDisposal(@PathParam("id") UUID id) {
        return answer(assets.change(
                id,
                caller.get(),
                preconditions.seen(),
                APPROVE_DISPOSAL,
                asset -> asset.approveDisposal(caller.get(), clock.instant())));
    }

    private RestResponse<AssetView> answer(Asset asset) {
        var by = caller.get();
        return Answer.of(asset, by, AssetView.of(asset, by));
    }
}
