package city.c3po.portfolio.forecast;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.value.Money;
import city.c3po.platform.web.MediaTypes;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.Readers;
import city.c3po.portfolio.risk.Risks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a project should set aside. */
@Path("/v1/projects/{id}/contingency")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Forecasts", description = "What a project may come to, as a spread and not as one date.")
class ContingencyResource {
    private final Projects projects;
    private final ForecastRuns runs;
    private final Risks risks;
    private final CurrentActor caller;
    private final InstantSource clock;
    private final CityDay day;

    ContingencyResource(
            Projects projects, ForecastRuns runs, Risks risks, CurrentActor caller, InstantSource clock, CityDay day) {
        this.projects = projects;
        this.runs = runs;
        this.risks = risks;
        this.caller = caller;
        this.clock = clock;
        this.day = day;
    }

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getContingency",
            summary = "Read what a project should set aside",
            description = "P80 − P50 of the last forecast, beside what the open risks come to on average.")
    public Contingency get(@PathParam("id") UUID id) {
        var project = projects.get(id, caller.get());
        var last = runs.last(id).orElse(null);
        var standing = risks.standing(id, day.of(clock.instant()));
        var finish = last == null ? null : last.result().finish();
        return new Contingency(
                project.reference(),
                last == null ? null : last.href(),
                last == null ? null : last.result().contingency(),
                finish == null ? null : ChronoUnit.DAYS.between(finish.p50(), finish.p80()),
                new Money(standing.expected(), project.currency()),
                standing.open(),
                standing.aboveAppetite(),
                standing.reviewsOverdue());
    }
}
