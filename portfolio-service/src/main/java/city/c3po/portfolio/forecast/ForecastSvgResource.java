package city.c3po.portfolio.forecast;

import static city.c3po.portfolio.progress.ProgressRule.BASELINE_IN_FORCE;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.portfolio.baseline.Baseline;
import city.c3po.portfolio.baseline.Baselines;
import city.c3po.portfolio.picture.PictureAnswer;
import city.c3po.portfolio.picture.SCurve;
import city.c3po.portfolio.progress.EarnedPlan;
import city.c3po.portfolio.progress.ProgressPeriod;
import city.c3po.portfolio.progress.ProgressPeriods;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Value and cost over time, and where they may end. */
@Path("/v1/projects/{id}/forecast.svg")
@RunOnVirtualThread
@Tag(name = "Forecasts", description = "What a project may come to, as a spread and not as one date.")
class ForecastSvgResource {
    private final Projects projects;
    private final Baselines baselines;
    private final ProgressPeriods periods;
    private final EarnedPlan plan;
    private final ForecastRuns runs;
    private final CurrentActor caller;
    private final InstantSource clock;
    private final CityDay day;

    ForecastSvgResource(
            Projects projects,
            Baselines baselines,
            ProgressPeriods periods,
            EarnedPlan plan,
            ForecastRuns runs,
            CurrentActor caller,
            InstantSource clock,
            CityDay day) {
        this.projects = projects;
        this.baselines = baselines;
        this.periods = periods;
        this.plan = plan;
        this.runs = runs;
        this.caller = caller;
        this.clock = clock;
        this.day = day;
    }

    @GET
    @Produces(PictureAnswer.SVG)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getForecastSvg",
            summary = "See value, cost and forecast",
            description = "The S-curve of the baseline in force: planned and earned value and actual cost by month, and"
                    + " what 50 and 80 of 100 runs of the last forecast do not exceed.")
    @APIResponse(
            responseCode = "200",
            description = "The picture.",
            content = @Content(mediaType = PictureAnswer.SVG, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "As you know it.")
    public RestResponse<String> svg(@PathParam("id") UUID id) {
        var project = projects.get(id, caller.get());
        var baseline = baselines.current(id).orElseThrow(BASELINE_IN_FORCE::violated);
        var recorded = periods.all(id);
        var dataDate = recorded.isEmpty()
                ? day.of(clock.instant())
                : recorded.getLast().end();
        var curve = new SCurve(
                project.plan().title(),
                baseline.cost().currency(),
                dataDate,
                baseline.cost().amount(),
                points(baseline, recorded),
                runs.last(id).map(ForecastSvgResource::outlook).orElse(null));
        return PictureAnswer.of(curve.svg());
    }

    /** A month that nobody recorded has a plan only; one behind the plan's end has all of it. */
    private List<SCurve.Point> points(Baseline baseline, List<ProgressPeriod> recorded) {
        SortedMap<LocalDate, BigDecimal> planned = new TreeMap<>(plan.planned(baseline));
        var known = recorded.stream().collect(Collectors.toMap(ProgressPeriod::end, period -> period));
        recorded.forEach(period -> planned.putIfAbsent(
                period.end(),
                period.end().isBefore(baseline.start())
                        ? BigDecimal.ZERO
                        : baseline.cost().amount()));
        return planned.entrySet().stream()
                .map(month -> point(month.getKey(), month.getValue(), known.get(month.getKey())))
                .toList();
    }

    private static SCurve.Point point(LocalDate end, BigDecimal planned, @Nullable ProgressPeriod period) {
        var value = period == null ? null : period.figures().value();
        return new SCurve.Point(
                end, planned, value == null ? null : value.earned(), value == null ? null : value.actual());
    }

    private static SCurve.Outlook outlook(ForecastRun run) {
        var finish = run.result().finish();
        var cost = run.result().cost();
        return new SCurve.Outlook(
                finish.p50(), cost.p50().amount(), finish.p80(), cost.p80().amount());
    }
}
