package city.c3po.inventory.asset;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What people decide about claims: which value holds, which two records are one thing, what an asset relates to. */
@Path("/v1/assets/{id}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(
        name = "Asset claims",
        description = "Which value holds, which two records are one thing, what an asset relates to.")
class AssetClaimResource {
    private final Assets assets;
    private final AssetMerges merges;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    AssetClaimResource(
            Assets assets, AssetMerges merges, CurrentActor caller, Preconditions preconditions, InstantSource clock) {
        this.assets = assets;
        this.merges = merges;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "AssetLockRequest", description = "Which attribute keeps its present value, why and until when.")
    record LockRequest(
            @NotBlank @Size(max = 50) String attribute,
            @NotBlank @Size(max = 2000) String reason,

            @Schema(description = "When feeds may change it again; left out: never.") @Nullable Instant until) {}

    @Schema(name = "AssetUnlockRequest", description = "Which attribute feeds may change again, and why.")
    record UnlockRequest(
            @NotBlank @Size(max = 50) String attribute,
            @NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "AssetMerge", description = "The asset that goes on, and why they are one.")
    record MergeRequest(
            @NotNull UUID into, @NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "AssetUnmerge", description = "Why they are two after all.")
    record UnmergeRequest(@NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "AssetRelations", description = "All relations from this asset to others.")
    record Relations(@NotNull @Size(max = 200) List<@NotNull @Valid Relation> relations) {}

    @POST
    @Path("/lock")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "lockAssetAttribute",
            summary = "Lock an attribute",
            description =
                    "Its present value is what people say from now on, and no feed overrules it until the lock ends. What feeds"
                            + " say meanwhile is kept, and holds afterwards.")
    public RestResponse<AssetView> lock(@PathParam("id") UUID id, @NotNull @Valid LockRequest body) {
        return answer(assets.lock(
                id,
                body.attribute(),
                body.reason(),
                body.until(),
                caller.get(),
                preconditions.seen(),
                clock.instant()));
    }

    @POST
    @Path("/unlock")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "unlockAssetAttribute",
            summary = "Unlock an attribute",
            description = "The claims of all sources are weighed anew.")
    public RestResponse<AssetView> unlock(@PathParam("id") UUID id, @NotNull @Valid UnlockRequest body) {
        return answer(assets.unlock(
                id, body.attribute(), body.reason(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/merge")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "mergeAsset",
            summary = "Merge it into another",
            description =
                    "The two records are one thing: claims, keys and sightings become the survivor's, this one stays as a"
                            + " tombstone that answers 301. Keep the ETag of this answer, or send If-Match: *, to unmerge.")
    public RestResponse<AssetView> merge(@PathParam("id") UUID id, @NotNull @Valid MergeRequest body) {
        return answer(
                merges.merge(id, body.into(), body.reason(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/unmerge")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "unmergeAsset",
            summary = "Undo a merge",
            description =
                    "Of the tombstone: its claims, keys and sightings come back to it, and both are weighed anew.")
    public RestResponse<AssetView> unmerge(@PathParam("id") UUID id, @NotNull @Valid UnmergeRequest body) {
        return answer(merges.unmerge(id, body.reason(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @PUT
    @Path("/relations")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "putAssetRelations",
            summary = "Say what it relates to",
            description =
                    "All relations from this asset to others; those left out end. It suffers when one of them fails.")
    public RestResponse<AssetView> relate(@PathParam("id") UUID id, @NotNull @Valid Relations body) {
        return answer(assets.relate(id, body.relations(), caller.get(), preconditions.seen(), clock.instant()));
    }

    private RestResponse<AssetView> answer(Asset asset) {
        var by = caller.get();
        return Answer.of(asset, by, AssetView.of(asset, by));
    }
}
