package city.c3po.inventory.asset;

import static city.c3po.inventory.asset.AssetAction.ARRIVE;
import static city.c3po.inventory.asset.AssetAction.ASSIGN;
import static city.c3po.inventory.asset.AssetAction.CANCEL;
import static city.c3po.inventory.asset.AssetAction.CHECK_IN;
import static city.c3po.inventory.asset.AssetAction.END_MAINTENANCE;
import static city.c3po.inventory.asset.AssetAction.ORDER;
import static city.c3po.inventory.asset.AssetAction.RECEIVE;
import static city.c3po.inventory.asset.AssetAction.REPORT_MISSING;
import static city.c3po.inventory.asset.AssetAction.SHIP;
import static city.c3po.inventory.asset.AssetAction.START_MAINTENANCE;

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
import jakarta.validation.constraints.Pattern;
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

/** The moves of an asset while it lives: one path each, all with If-Match, all answered with the asset as it is after. */
@Path("/v1/assets/{id}")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(
        name = "Asset moves",
        description = "The life of an asset: bought, used, retired, disposed of; or planned, active, ended.")
class AssetMoveResource {
    private static final @Nullable String NO_REASON = null;

    private final Assets assets;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    AssetMoveResource(Assets assets, CurrentActor caller, Preconditions preconditions, InstantSource clock) {
        this.assets = assets;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "AssetReceipt", description = "When it came.")
    record Receipt(@NotNull LocalDate receivedOn) {}

    @Schema(
            name = "AssetAssignment",
            description = "With whom it is: a person, a place, or as part of another asset. What is left out stays.")
    record Assignment(
            @Nullable @Pattern(regexp = "DEP-[A-Z0-9-]{1,20}") String department,

            @Nullable @Pattern(regexp = "[\\x21-\\x7E]{1,255}") String custodian,

            @Nullable @Size(max = 200) String location,
            @Nullable @Pattern(regexp = AssetText.UUID) String parent) {
        AssetText on(AssetText said) {
            return said.assigned(department, custodian, location, parent);
        }
    }

    @Schema(name = "AssetFinding", description = "A dated sighting that ends its being missing.")
    record Finding(
            @Schema(description = "IN_STOCK or IN_USE.") @NotNull AssetState state,

            @NotNull LocalDate seenOn,
            @Nullable @Valid Assignment assignment) {}

    @POST
    @Path("/order")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(operationId = "orderAsset", summary = "Order it", description = "REQUESTED → ON_ORDER.")
    public RestResponse<AssetView> order(@PathParam("id") UUID id) {
        return answer(assets.move(
                id, ORDER, AssetState.ON_ORDER, NO_REASON, caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/receive")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "receiveAsset",
            summary = "Receive it",
            description = "ON_ORDER → IN_STOCK, with the day it came.")
    public RestResponse<AssetView> receive(@PathParam("id") UUID id, @NotNull @Valid Receipt body) {
        return answer(assets.move(
                id,
                RECEIVE,
                AssetState.IN_STOCK,
                said -> said.received(body.receivedOn()),
                caller.get(),
                preconditions.seen(),
                clock.instant()));
    }

    @POST
    @Path("/assign")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "assignAsset",
            summary = "Put it to use",
            description =
                    "IN_STOCK → IN_USE. Afterwards it has a department and is with a person, at a place or part of an asset.")
    public RestResponse<AssetView> assign(@PathParam("id") UUID id, @NotNull @Valid Assignment body) {
        return answer(assets.move(
                id, ASSIGN, AssetState.IN_USE, body::on, caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/check-in")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "checkInAsset",
            summary = "Take it back into stock",
            description = "IN_USE → IN_STOCK; custodian and parent are released. Needs a received date.")
    public RestResponse<AssetView> checkIn(@PathParam("id") UUID id) {
        return answer(assets.move(
                id,
                CHECK_IN,
                AssetState.IN_STOCK,
                AssetText::released,
                caller.get(),
                preconditions.seen(),
                clock.instant()));
    }

    @POST
    @Path("/ship")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(operationId = "shipAsset", summary = "Send it elsewhere", description = "IN_STOCK → IN_TRANSIT.")
    public RestResponse<AssetView> ship(@PathParam("id") UUID id) {
        return answer(assets.move(
                id, SHIP, AssetState.IN_TRANSIT, NO_REASON, caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/arrive")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(operationId = "arriveAsset", summary = "It has arrived", description = "IN_TRANSIT → IN_STOCK.")
    public RestResponse<AssetView> arrive(@PathParam("id") UUID id) {
        return answer(assets.move(
                id, ARRIVE, AssetState.IN_STOCK, NO_REASON, caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/start-maintenance")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "startAssetMaintenance",
            summary = "Begin maintenance",
            description = "IN_STOCK or IN_USE → IN_MAINTENANCE.")
    public RestResponse<AssetView> startMaintenance(@PathParam("id") UUID id) {
        return answer(assets.change(
                id,
                caller.get(),
                preconditions.seen(),
                START_MAINTENANCE,
                asset -> asset.startMaintenance(caller.get(), clock.instant())));
    }

    @POST
    @Path("/end-maintenance")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "endAssetMaintenance",
            summary = "End maintenance",
            description = "IN_MAINTENANCE → what it interrupted.")
    public RestResponse<AssetView> endMaintenance(@PathParam("id") UUID id) {
        return answer(assets.change(
                id,
                caller.get(),
                preconditions.seen(),
                END_MAINTENANCE,
                asset -> asset.endMaintenance(caller.get(), clock.instant())));
    }

    @POST
    @Path("/report-missing")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "reportAssetMissing",
            summary = "Report it missing",
            description = "From where it is in stock, use, transit or maintenance → MISSING.")
    public RestResponse<AssetView> reportMissing(@PathParam("id") UUID id, @NotNull @Valid AssetReason body) {
        return answer(assets.move(
                id,
                REPORT_MISSING,
                AssetState.MISSING,
                body.reason(),
                caller.get(),
                preconditions.seen(),
                clock.instant()));
    }

    @POST
    @Path("/report-found")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "reportAssetFound",
            summary = "Report it found",
            description = "MISSING → IN_STOCK or IN_USE, with the day it was seen.")
    public RestResponse<AssetView> reportFound(@PathParam("id") UUID id, @NotNull @Valid Finding body) {
        return answer(assets.found(
                id,
                body.state(),
                body.seenOn(),
                said -> body.assignment() == null ? said : body.assignment().on(said),
                caller.get(),
                preconditions.seen(),
                clock.instant()));
    }

    @POST
    @Path("/cancel")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(operationId = "cancelAsset", summary = "Cancel it", description = "REQUESTED or ON_ORDER → CANCELLED.")
    public RestResponse<AssetView> cancel(@PathParam("id") UUID id, @NotNull @Valid AssetReason body) {
        return answer(assets.move(
                id, CANCEL, AssetState.CANCELLED, body.reason(), caller.get(), preconditions.seen(), clock.instant()));
    }

    private RestResponse<AssetView> answer(Asset asset) {
        var by = caller.get();
        return Answer.of(asset, by, AssetView.of(asset, by));
    }
}
