package city.c3po.portfolio.resource;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.reference.Codes;
import city.c3po.portfolio.reference.Readers;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who has time. */
@Path("/v1/capacity")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Capacity", description = "The time that roles of departments have, month by month.")
class CapacityResource {
    private static final String KEY = "/{department}/{role}/{month}";

    private final Capacities capacities;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    CapacityResource(
            Capacities capacities,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.capacities = capacities;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @PUT
    @Path(KEY)
    @Write(creates = true)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "sayCapacity",
            summary = "Say a capacity",
            description =
                    "Full-time equivalents, leave and operations of a role in one month; the hours follow from the"
                            + " working days of the calendar CITY. By its owner or the portfolio office.")
    public RestResponse<CapacityView> say(
            @Parameter(description = "Code of the department.", example = "DEP-PW")
                    @PathParam("department")
                    @Pattern(regexp = Codes.DEPARTMENT) String department,
            @Parameter(description = "The role.", example = "developer")
                    @PathParam("role")
                    @Pattern(regexp = CapacityKey.ROLE) String role,
            @Parameter(description = "The month.", example = "2026-09")
                    @PathParam("month")
                    @Pattern(regexp = CapacityKey.MONTH) String month,
            @NotNull @Valid CapacityText body) {
        var key = new CapacityKey(department, role, YearMonth.parse(month));
        return answer(capacities.say(key, caller.get(), preconditions.seen(), body, clock.instant()));
    }

    @GET
    @Path(KEY)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getCapacity",
            summary = "Read a capacity",
            description = "With what is taken of it; with asOf as it was recorded at an instant.")
    public RestResponse<CapacityView> get(
            @PathParam("department") String department,
            @PathParam("role") String role,
            @PathParam("month") String month,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var capacity = capacities.get(id(department, role, month), caller.get());
        return asOf == null ? answer(capacity) : past.asOf(asOf, capacity, CapacityView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listCapacity",
            summary = "List capacities",
            description = "Of a department or role; as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<CapacityView> list(
            @Parameter(description = "Only of this department.") @QueryParam("department") @Size(max = 50) @Nullable String department,
            @Parameter(description = "Only of this role.") @QueryParam("role") @Size(max = 40) @Nullable String role,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("MONTH") CapacityOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Capacity.class)
                .visibleTo(by)
                .where("r.department = :department", "department", department)
                .where("r.role = :role", "role", role)
                .orderedBy(sort)
                .answer(
                        paging,
                        CapacityView.class,
                        capacity -> CapacityView.of(capacity, capacities.load(capacity.id()), by));
    }

    @GET
    @Path(KEY + "/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "capacityHistory",
            summary = "A capacity's history",
            description = "Who said what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("department") String department,
            @PathParam("role") String role,
            @PathParam("month") String month,
            @BeanParam @Valid Paging paging) {
        return past.of(capacities.get(id(department, role, month), caller.get()), paging);
    }

    @GET
    @Path(KEY + "/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyCapacity",
            summary = "Verify a capacity's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(
            @PathParam("department") String department,
            @PathParam("role") String role,
            @PathParam("month") String month) {
        return past.verified(capacities.get(id(department, role, month), caller.get()));
    }

    private static String id(String department, String role, String month) {
        return department + "/" + role + "/" + month;
    }

    private RestResponse<CapacityView> answer(Capacity capacity) {
        var by = caller.get();
        return Answer.of(capacity, by, CapacityView.of(capacity, capacities.load(capacity.id()), by));
    }
}
