package city.c3po.portfolio.progress;

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
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The periods of a project. */
@Path("/v1/projects/{id}/progress")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Progress", description = "Earned value and earned schedule, month by month.")
class ProgressResource {
    private final ProgressPeriods periods;
    private final Projects projects;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    ProgressResource(
            ProgressPeriods periods,
            Projects projects,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.periods = periods;
        this.projects = projects;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @PUT
    @Path("/{end}")
    @Write(creates = true)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "recordProgress",
            summary = "Record what was achieved until the end of a month",
            description = "Against the baseline in force; periods are recorded in order. By the PPM or the portfolio"
                    + " office, until the period is closed.")
    public RestResponse<ProgressPeriodView> record(
            @PathParam("id") UUID id,
            @Parameter(description = "Last day of the month.", example = "2026-08-31") @PathParam("end") LocalDate end,
            @NotNull @Valid PeriodText body) {
        return answer(periods.record(id, end, caller.get(), preconditions.seen(), body, clock.instant()));
    }

    @POST
    @Path("/{end}/close")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "closeProgress",
            summary = "Close a period",
            description = "Reckons it once more and keeps it for ever. Entries of the finance system up to its end are"
                    + " closed with it.")
    public RestResponse<ProgressPeriodView> close(@PathParam("id") UUID id, @PathParam("end") LocalDate end) {
        return answer(periods.close(id, end, caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listProgress",
            summary = "List the periods of a project",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    public Page<ProgressPeriodView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable ProgressPeriodState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") ProgressPeriodOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        projects.get(id, by);
        return listings.of(ProgressPeriod.class)
                .visibleTo(by)
                .where("r.project = :project", "project", id)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, ProgressPeriodView.class, period -> ProgressPeriodView.of(period, by));
    }

    @GET
    @Path("/{end}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getProgress",
            summary = "Read a period",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<ProgressPeriodView> get(
            @PathParam("id") UUID id,
            @PathParam("end") LocalDate end,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var period = periods.of(id, end, caller.get());
        return asOf == null ? answer(period) : past.asOf(asOf, period, ProgressPeriodView.class);
    }

    @GET
    @Path("/{end}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "progressHistory",
            summary = "A period's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("id") UUID id, @PathParam("end") LocalDate end, @BeanParam @Valid Paging paging) {
        return past.of(periods.of(id, end, caller.get()), paging);
    }

    @GET
    @Path("/{end}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyProgress",
            summary = "Verify a period's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id, @PathParam("end") LocalDate end) {
        return past.verified(periods.of(id, end, caller.get()));
    }

    private RestResponse<ProgressPeriodView> answer(ProgressPeriod period) {
        var by = caller.get();
        return Answer.of(period, by, ProgressPeriodView.of(period, by));
    }
}
