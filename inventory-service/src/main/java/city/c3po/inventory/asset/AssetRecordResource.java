package city.c3po.inventory.asset;

import city.c3po.inventory.reference.Readers;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.History;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is on record about an asset: who says what, who suffers if it fails, all that it was before. */
@Path("/v1/assets/{id}")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(
        name = "Asset records",
        description = "Who says what of an asset, who suffers if it fails, and what it was before.")
class AssetRecordResource {
    private final Assets assets;
    private final AssetQuestions questions;
    private final Past past;
    private final CurrentActor caller;
    private final InstantSource clock;

    AssetRecordResource(Assets assets, AssetQuestions questions, Past past, CurrentActor caller, InstantSource clock) {
        this.assets = assets;
        this.questions = questions;
        this.past = past;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/identity")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "explainAssetIdentity",
            summary = "Explain its identity",
            description =
                    "Each source's claim with its values, how it was matched, when the source last saw the asset; and the keys by"
                            + " which it is known.")
    public Identity identity(@PathParam("id") UUID id) {
        return questions.identity(visible(id), clock.instant());
    }

    @GET
    @Path("/impact")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "assetImpact",
            summary = "Who suffers if it fails",
            description =
                    "Everything that depends on it, runs on it or is part of it, step by step; nearest first, at most 1000.")
    public Affected impact(
            @PathParam("id") UUID id,
            @Parameter(description = "How many steps to follow.")
                    @QueryParam("depth")
                    @DefaultValue("5")
                    @Min(1) @Max(10) int depth) {
        return questions.impact(visible(id), depth, caller.get());
    }

    @GET
    @Path("/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "assetHistory",
            summary = "An asset's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(visible(id), paging);
    }

    @GET
    @Path("/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyAsset",
            summary = "Verify an asset's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(visible(id));
    }

    private Asset visible(UUID id) {
        return assets.get(id, caller.get());
    }
}
