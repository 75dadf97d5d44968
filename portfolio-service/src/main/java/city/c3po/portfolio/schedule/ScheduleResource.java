package city.c3po.portfolio.schedule;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.MergePatch;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Pages;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.reference.Readers;
import city.c3po.portfolio.schedule.network.Activity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The schedule of a project. */
@Path("/v1/projects/{id}/schedule")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Schedules", description = "Activities, their links, and the dates that follow from them.")
class ScheduleResource {
    private final Schedules schedules;
    private final Pages pages;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    ScheduleResource(
            Schedules schedules,
            Pages pages,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.schedules = schedules;
        this.pages = pages;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @PUT
    @Write(creates = true)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "putSchedule",
            summary = "Say a schedule",
            description =
                    "As a whole, with up to 20,000 activities and 64 MiB: it takes the place of what was there, and"
                            + " all dates are computed anew. A cycle is refused with its path. By the PPM or the portfolio"
                            + " office.",
            extensions = @Extension(name = "x-max-body", value = "67108864", parseValue = true))
    public RestResponse<ScheduleView> put(@PathParam("id") UUID id, @NotNull @Valid SchedulePlan body) {
        return answer(schedules.put(id, caller.get(), preconditions.seen(), body, clock.instant()));
    }

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getSchedule",
            summary = "Read what a schedule comes to",
            description = "Its finish, its driving path and how many activities it has; with asOf as it was recorded at"
                    + " an instant.")
    @APIResponse(responseCode = "200", description = "What it comes to.")
    @APIResponse(responseCode = "304", description = "As you know it.")
    public RestResponse<ScheduleView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var schedule = schedules.written(id, caller.get());
        return asOf == null ? answer(schedule) : past.asOf(asOf, schedule, ScheduleView.class);
    }

    @GET
    @Path("/activities")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listActivities",
            summary = "List the activities of a schedule",
            description =
                    "In the order of the schedule, each with its dates, its floats and the predecessor that drives"
                            + " it. Filters narrow it down together.")
    public Page<ScheduledActivity> activities(
            @PathParam("id") UUID id,
            @Parameter(description = "Only those that are (or are not) critical.") @QueryParam("critical") @Nullable Boolean critical,
            @Parameter(description = "Only of this kind.") @QueryParam("kind") Activity.@Nullable Kind kind,
            @Parameter(description = "Only those whose WBS code begins so.")
                    @QueryParam("wbs")
                    @Size(max = 100) @Nullable String wbs,
            @BeanParam @Valid Paging paging) {
        var filter = new ActivityFilter(critical, kind, wbs);
        var found = schedules.some(id, filter, after(paging), paging.limit() + 1, caller.get());
        var total = paging.count()
                ? (long) schedules
                        .some(id, filter, 0, Integer.MAX_VALUE, caller.get())
                        .size()
                : null;
        return pages.page(found, paging, row -> place(row.ordinal()), total);
    }

    @GET
    @Path("/activities/{activity}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getActivity",
            summary = "Read an activity",
            description = "With its dates. The ETag is that of the schedule.")
    public RestResponse<ScheduledActivity> activity(
            @PathParam("id") UUID id, @PathParam("activity") @Pattern(regexp = PlannedActivity.ID) String activity) {
        return answer(id, activity);
    }

    @PATCH
    @Path("/activities/{activity}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "editActivity",
            summary = "Edit an activity",
            description = "If-Match is that of the schedule; all dates are computed anew. Saying the same again changes"
                    + " nothing.")
    public RestResponse<ScheduledActivity> edit(
            @PathParam("id") UUID id,
            @PathParam("activity") @Pattern(regexp = PlannedActivity.ID) String activity,
            @NotNull MergePatch<PlannedActivity> patch) {
        schedules.editActivity(id, activity, caller.get(), preconditions.seen(), patch::appliedTo, clock.instant());
        return answer(id, activity);
    }

    @GET
    @Path("/links")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listScheduleLinks",
            summary = "List the links of a schedule",
            description = "What comes after what, in the order of the schedule.")
    public Page<ScheduledLink> links(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        var found = schedules.links(id, after(paging), paging.limit() + 1, caller.get());
        var total = paging.count()
                ? (long) schedules.written(id, caller.get()).summary().links()
                : null;
        return pages.page(found, paging, link -> place(link.ordinal()), total);
    }

    @GET
    @Path("/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "scheduleHistory",
            summary = "A schedule's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(schedules.written(id, caller.get()), paging);
    }

    @GET
    @Path("/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifySchedule",
            summary = "Verify a schedule's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(schedules.written(id, caller.get()));
    }

    private int after(Paging paging) {
        return pages.after(paging).map(last -> Integer.valueOf(last.sortKey())).orElse(0);
    }

    private static Pages.Place place(int ordinal) {
        return new Pages.Place("" + ordinal, "" + ordinal);
    }

    private RestResponse<ScheduledActivity> answer(UUID id, String activity) {
        var by = caller.get();
        var schedule = schedules.written(id, by);
        return RestResponse.ResponseBuilder.ok(schedules.activity(id, activity, by))
                .tag(schedule.entityTag(by))
                .build();
    }

    private RestResponse<ScheduleView> answer(Schedule schedule) {
        var by = caller.get();
        return Answer.of(schedule, by, ScheduleView.of(schedule, by));
    }
}
