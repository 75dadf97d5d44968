package city.c3po.inventory.asset;

import city.c3po.inventory.reference.Readers;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
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
import jakarta.validation.constraints.Pattern;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Registering, editing, reading and finding assets. Their moves: {@link AssetMoveResource}. */
@Path("/v1/assets")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Assets", description = "What the city owns, runs and subscribes to.")
class AssetResource {
    private final Assets assets;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    AssetResource(
            Assets assets,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.assets = assets;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @POST
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "registerAsset",
            summary = "Register an asset",
            description =
                    "Kind and name are enough, and for a submitter a department that the token speaks for. Without beginsAs"
                            + " it begins as REQUESTED or PLANNED. Systems import instead: /v1/imports.")
    public RestResponse<AssetView> register(
            @Parameter(description = "The state it is in already.") @QueryParam("beginsAs") @Nullable AssetState beginsAs,
            @NotNull @Valid AssetText body) {
        return answer(assets.register(caller.get(), body, beginsAs, clock.instant()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "editAsset",
            summary = "Edit an asset",
            description =
                    "What you say is kept as the claim of people, which comes before those of systems unless a source's"
                            + " precedence says otherwise: provenance tells. Lock an attribute to make sure.")
    public RestResponse<AssetView> edit(@PathParam("id") UUID id, @NotNull MergePatch<AssetText> patch) {
        return answer(assets.edit(id, caller.get(), preconditions.seen(), patch::appliedTo, clock.instant()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getAsset",
            summary = "Read an asset",
            description =
                    "As it is, or with asOf as it was recorded at an instant. One that was merged answers 301 with the"
                            + " survivor's address.")
    public RestResponse<AssetView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var by = caller.get();
        var asset = assets.get(id, by);
        if (asOf != null) {
            return past.asOf(asOf, asset, AssetView.class);
        }
        return asset.mergedInto() == null
                ? answer(asset)
                : RestResponse.ResponseBuilder.<AssetView>create(Response.Status.MOVED_PERMANENTLY)
                        .location(URI.create("/v1/assets/" + asset.mergedInto()))
                        .tag(asset.entityTag(by))
                        .build();
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listAssets",
            summary = "List assets",
            description =
                    "All that you may see, as pages of JSON, or streamed as CSV or NDJSON. Filters narrow it down together."
                            + " Merged ones are left out.")
    public Page<AssetView> list(
            @Parameter(description = "Only of this kind.") @QueryParam("kind") @Nullable AssetKind kind,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable AssetState state,
            @Parameter(description = "Only of this department.", example = "DEP-LIB")
                    @QueryParam("department")
                    @Size(max = 50) @Nullable String department,
            @Parameter(description = "Only with this person.") @QueryParam("custodian") @Size(max = 255) @Nullable String custodian,
            @Parameter(description = "Only at this place.") @QueryParam("location") @Size(max = 200) @Nullable String location,
            @Parameter(description = "Only what is part of, or installed on, this asset.")
                    @QueryParam("parent")
                    @Nullable UUID parent,
            @Parameter(description = "Only of this vendor.", example = "V-1001")
                    @QueryParam("vendor")
                    @Size(max = 50) @Nullable String vendor,
            @Parameter(description = "Only of this software product.") @QueryParam("product") @Size(max = 200) @Nullable String product,
            @Parameter(description = "Only of this manufacturer.")
                    @QueryParam("manufacturer")
                    @Size(max = 200) @Nullable String manufacturer,
            @Parameter(description = "Only of this model.") @QueryParam("model") @Size(max = 200) @Nullable String model,
            @Parameter(description = "Only the one with this tag.", example = "LIB-00417")
                    @QueryParam("tag")
                    @Size(max = 100) @Nullable String tag,
            @Parameter(
                            description = "Only the one that a system knows by this key, as source:key.",
                            example = "finance:FA-00815")
                    @QueryParam("externalRef")
                    @Pattern(regexp = "[a-z][a-z0-9-]{0,49}:[\\s\\S]{1,200}") @Nullable String externalRef,
            @Parameter(description = "Only with this serial, separators and case aside.")
                    @QueryParam("serial")
                    @Size(max = 100) @Nullable String serial,
            @Parameter(description = "Only with all these words in name, manufacturer, model, serial or tag.")
                    @QueryParam("q")
                    @Size(max = 200) @Nullable String words,
            @Parameter(description = "Only (or no) sample data.") @QueryParam("sampleData") @Nullable Boolean sampleData,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") AssetOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Asset.class)
                .visibleTo(by)
                .where("r.merged_into is null")
                .where("r.kind = :kind", "kind", kind)
                .where("r.state = :state", "state", state)
                .where("r.department = :department", "department", department)
                .where("r.custodian = :custodian", "custodian", custodian)
                .where("r.location = :location", "location", location)
                .where(
                        "r.said ->> 'parent' = :parent and jsonb_exists(r.said, 'parent')",
                        "parent",
                        parent == null ? null : parent.toString())
                .where("r.vendor = :vendor", "vendor", vendor)
                .where("r.product = :product", "product", product)
                .where("r.said ->> 'manufacturer' = :manufacturer", "manufacturer", manufacturer)
                .where("r.said ->> 'model' = :model", "model", model)
                .where("r.tag = :tag", "tag", tag)
                .where(
                        "r.id in (select i.asset from identifier i where i.kind = 'N' and i.value = :externalRef)",
                        "externalRef",
                        externalRef == null ? null : externalRef.replaceFirst(":", "/"))
                .where(
                        "r.words @@ plainto_tsquery('simple', :serial)"
                                + " and plain_key(r.said ->> 'serial') = plain_key(:serial)",
                        "serial",
                        serial)
                .where("r.words @@ plainto_tsquery('simple', :words)", "words", words)
                .where("r.sample_data = :sampleData", "sampleData", sampleData)
                .orderedBy(sort)
                .answer(paging, AssetView.class, asset -> AssetView.of(asset, by));
    }

    private RestResponse<AssetView> answer(Asset asset) {
        var by = caller.get();
        return Answer.of(asset, by, AssetView.of(asset, by));
    }
}
