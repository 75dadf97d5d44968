package city.c3po.portfolio.forecast;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.project.PartOrder;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The forecasts of a project. */
@Path("/v1/projects/{id}/forecasts")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Forecasts", description = "What a project may come to, as a spread and not as one date.")
class ForecastResource {
    private final ForecastRuns runs;
    private final Projects projects;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final InstantSource clock;

    ForecastResource(
            ForecastRuns runs,
            Projects projects,
            Listings listings,
            Past past,
            CurrentActor caller,
            InstantSource clock) {
        this.runs = runs;
        this.projects = projects;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "runForecast",
            summary = "Run a forecast",
            description =
                    "Monte Carlo over the schedule, with the uncertainty of its activities and with risks as drivers."
                            + " The seed is kept: the same schedule and seed give the same answer. By the PPM or the portfolio"
                            + " office.")
    @APIResponse(responseCode = "201", description = "The forecast.")
    public RestResponse<ForecastRunView> run(@PathParam("id") UUID id, @NotNull @Valid ForecastAsked body) {
        return answer(runs.run(id, caller.get(), body, clock.instant()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listForecasts",
            summary = "List the forecasts of a project",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    public Page<ForecastRunView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") PartOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        projects.get(id, by);
        return listings.of(ForecastRun.class)
                .visibleTo(by)
                .where("r.project = :project", "project", id)
                .orderedBy(sort)
                .answer(paging, ForecastRunView.class, run -> ForecastRunView.of(run, by));
    }

    @GET
    @Path("/{forecast}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getForecast",
            summary = "Read a forecast",
            description = "It never changes; with asOf as it was recorded at an instant.")
    public RestResponse<ForecastRunView> get(
            @PathParam("id") UUID id,
            @PathParam("forecast") UUID forecast,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var run = runs.of(id, forecast, caller.get());
        return asOf == null ? answer(run) : past.asOf(asOf, run, ForecastRunView.class);
    }

    @GET
    @Path("/{forecast}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(operationId = "forecastHistory", summary = "A forecast's history", description = "Who ran it, and when.")
    public Page<History.Entry> history(
            @PathParam("id") UUID id, @PathParam("forecast") UUID forecast, @BeanParam @Valid Paging paging) {
        return past.of(runs.of(id, forecast, caller.get()), paging);
    }

    @GET
    @Path("/{forecast}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyForecast",
            summary = "Verify a forecast's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id, @PathParam("forecast") UUID forecast) {
        return past.verified(runs.of(id, forecast, caller.get()));
    }

    private RestResponse<ForecastRunView> answer(ForecastRun run) {
        var by = caller.get();
        return Answer.of(run, by, ForecastRunView.of(run, by));
    }
}
