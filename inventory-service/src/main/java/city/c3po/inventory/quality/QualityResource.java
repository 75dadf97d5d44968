package city.c3po.inventory.quality;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Quality. */
@Path("/v1/quality")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(
        name = "Quality",
        description =
                "How complete, fresh, unique and well mapped the inventory is: per department, per source, as a whole.")
class QualityResource {
    private final QualityMeasures measures;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final InstantSource clock;

    QualityResource(QualityMeasures measures, Listings listings, Past past, CurrentActor caller, InstantSource clock) {
        this.measures = measures;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "QualityMeasurement", description = "What was measured.")
    record Measured(
            @Schema(description = "How many departments and sources, and the city.")
            long measured,

            Instant asOf) {}

    @Schema(name = "QualityTrend", description = "The index over time, the newest first, at most 1000.")
    record Trend(String id, List<QualityPoint> points) {}

    @POST
    @Path("/measure")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "measureQuality",
            summary = "Measure now",
            description = "As is done every night: each department, each source and the city, an event each.")
    @APIResponse(
            responseCode = "200",
            description = "Measured.",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = Measured.class)))
    public RestResponse<Measured> measure() {
        var at = clock.instant();
        return RestResponse.ok(new Measured(measures.measure(caller.get(), at), at));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getQuality",
            summary = "Read a measure",
            description = "As last measured, or with asOf as it was recorded at an instant.")
    public RestResponse<QualityView> get(
            @Parameter(description = "city, department:<code> or source:<code>.", example = "department:DEP-LIB")
                    @PathParam("id")
                    @Size(max = 70) String id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var by = caller.get();
        var one = measures.get(id, by);
        return asOf == null ? Answer.of(one, by, QualityView.of(one)) : past.asOf(asOf, one, QualityView.class);
    }

    @GET
    @Path("/{id}/trend")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "qualityTrend",
            summary = "The index over time",
            description = "One point for each measurement, the newest first.")
    public Trend trend(@PathParam("id") @Size(max = 70) String id) {
        var one = measures.get(id, caller.get());
        return new Trend(one.id(), measures.trend(one));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listQuality",
            summary = "List measures",
            description = "As last measured, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<QualityView> list(
            @Parameter(description = "Only of this department.", example = "DEP-LIB")
                    @QueryParam("department")
                    @Size(max = 50) @Nullable String department,
            @Parameter(description = "Only of this source.", example = "discovery")
                    @QueryParam("source")
                    @Size(max = 50) @Nullable String source,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("ID") QualityOrder sort,
            @BeanParam @Valid Paging paging) {
        return listings.of(Quality.class)
                .visibleTo(caller.get())
                .where("r.department = :department", "department", department)
                .where("r.source = :source", "source", source)
                .orderedBy(sort)
                .answer(paging, QualityView.class, QualityView::of);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "qualityHistory",
            summary = "A measure's history",
            description = "Each measurement, and what changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") @Size(max = 70) String id, @BeanParam @Valid Paging paging) {
        return past.of(measures.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyQuality",
            summary = "Verify a measure's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") @Size(max = 70) String id) {
        return past.verified(measures.get(id, caller.get()));
    }
}
