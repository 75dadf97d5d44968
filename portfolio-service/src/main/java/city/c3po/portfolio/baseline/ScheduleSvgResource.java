package city.c3po.portfolio.baseline;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.portfolio.picture.Gantt;
import city.c3po.portfolio.picture.PictureAnswer;
import city.c3po.portfolio.reference.Readers;
import city.c3po.portfolio.schedule.ScheduledActivity;
import city.c3po.portfolio.schedule.Schedules;
import city.c3po.portfolio.schedule.network.Activity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The schedule as a picture for people, beside what was approved. */
@Path("/v1/projects/{id}/schedule.svg")
@RunOnVirtualThread
@Tag(name = "Schedules", description = "Activities, their links, and the dates that follow from them.")
class ScheduleSvgResource {
    private final Schedules schedules;
    private final Baselines baselines;
    private final CurrentActor caller;

    ScheduleSvgResource(Schedules schedules, Baselines baselines, CurrentActor caller) {
        this.schedules = schedules;
        this.baselines = baselines;
        this.caller = caller;
    }

    @GET
    @Produces(PictureAnswer.SVG)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getScheduleSvg",
            summary = "See a schedule",
            description =
                    "A Gantt chart: what is critical, the baseline in force below each bar, milestones and the data"
                            + " date. More than 80 activities are summarised by the work breakdown structure.")
    @APIResponse(
            responseCode = "200",
            description = "The picture.",
            content = @Content(mediaType = PictureAnswer.SVG, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "As you know it.")
    public RestResponse<String> svg(@PathParam("id") UUID id) {
        var by = caller.get();
        var schedule = schedules.written(id, by);
        var approved = baselines.current(id).map(baselines::items).orElse(List.of()).stream()
                .collect(Collectors.toMap(BaselineItem::activity, Function.identity()));
        var bars = schedules.activities(id, by).stream()
                .map(activity -> bar(activity, approved.get(activity.said().id())))
                .toList();
        var gantt =
                new Gantt(schedule.project().plan().title(), schedule.summary().dataDate(), bars);
        return PictureAnswer.of(gantt.svg());
    }

    private static Gantt.Bar bar(ScheduledActivity activity, @Nullable BaselineItem approved) {
        var said = activity.said();
        var dates = activity.dates();
        return new Gantt.Bar(
                said.id(),
                said.wbs() == null ? "" : said.wbs(),
                said.title(),
                said.kind() == Activity.Kind.MILESTONE,
                dates.earlyStart(),
                dates.earlyFinish(),
                dates.critical(),
                approved == null ? null : approved.start(),
                approved == null ? null : approved.finish(),
                percent(activity));
    }

    /** By days: of a running one those before its remaining part goes on. */
    private static int percent(ScheduledActivity activity) {
        var dates = activity.dates();
        return switch (dates.progress()) {
            case PLANNED -> 0;
            case FINISHED -> 100;
            case RUNNING -> {
                long all = ChronoUnit.DAYS.between(dates.earlyStart(), dates.earlyFinish()) + 1;
                long gone = ChronoUnit.DAYS.between(dates.earlyStart(), Objects.requireNonNull(dates.resumes()));
                yield (int) (100 * Math.clamp(gone, 0, all) / all);
            }
        };
    }
}
