package city.c3po.inventory.licence;

import city.c3po.inventory.reference.Readers;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Positions. */
@Path("/v1/licence-positions")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(
        name = "Licence positions",
        description =
                "What the city, and each department, stands at with each product: entitled, consumed, true-up, waste.")
class LicencePositionResource {
    private final LicencePositions positions;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final InstantSource clock;

    LicencePositionResource(
            LicencePositions positions, Listings listings, Past past, CurrentActor caller, InstantSource clock) {
        this.positions = positions;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "LicenceMeasurement", description = "What a measurement found.")
    record Measured(
            @Schema(description = "How many positions are others now.")
            long changed,

            Instant at) {}

    @POST
    @Path("/measure")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "measureLicencePositions",
            summary = "Measure all positions now",
            description = "As is done every night. Positions that are others now say so in an event each.")
    @APIResponse(
            responseCode = "200",
            description = "Measured.",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = Measured.class)))
    public RestResponse<Measured> measure() {
        var at = clock.instant();
        return RestResponse.ok(new Measured(positions.measure(caller.get(), at), at));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getLicencePosition",
            summary = "Read a position",
            description = "As last measured, or with asOf as it was recorded at an instant.")
    public RestResponse<LicencePositionView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var by = caller.get();
        var one = positions.get(id, by);
        return asOf == null
                ? Answer.of(one, by, LicencePositionView.of(one))
                : past.asOf(asOf, one, LicencePositionView.class);
    }

    @GET
    @Path("/{id}/evidence")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "licencePositionEvidence",
            summary = "What a position rests on",
            description =
                    "Each device, person or place that consumes, with its assets, and how old what their sources say is. For a past"
                            + " day the numbers as measured; for a day to come the entitlements of that day against today's need.")
    public PositionEvidence evidence(
            @PathParam("id") UUID id,
            @Parameter(description = "The day; today when left out.") @QueryParam("on") @Nullable LocalDate on) {
        return positions.evidence(positions.get(id, caller.get()), on, clock.instant());
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listLicencePositions",
            summary = "List positions",
            description = "As last measured, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<LicencePositionView> list(
            @Parameter(description = "Only of this software product.") @QueryParam("product") @Nullable UUID product,
            @Parameter(description = "Only by this metric.") @QueryParam("metric") @Nullable Metric metric,
            @Parameter(description = "Only with this status.") @QueryParam("status") @Nullable PositionStatus status,
            @Parameter(description = "Only of this department.", example = "DEP-LIB")
                    @QueryParam("department")
                    @Size(max = 50) @Nullable String department,
            @Parameter(description = "Only of the city as a whole, or only of departments.")
                    @QueryParam("city")
                    @Nullable Boolean city,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST")
                    LicencePositionOrder sort,
            @BeanParam @Valid Paging paging) {
        return listings.of(LicencePosition.class)
                .visibleTo(caller.get())
                .where("r.product = :product", "product", product)
                .where("r.metric = :metric", "metric", metric)
                .where("r.status = :status", "status", status)
                .where("r.department = :department", "department", department)
                .where("(r.department = '') = :city", "city", city)
                .orderedBy(sort)
                .answer(paging, LicencePositionView.class, LicencePositionView::of);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "licencePositionHistory",
            summary = "A position's history",
            description = "When it became another one, and what changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(positions.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyLicencePosition",
            summary = "Verify a position's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(positions.get(id, caller.get()));
    }
}
