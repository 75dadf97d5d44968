package city.c3po.portfolio.schedule;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.reference.Readers;
import city.c3po.portfolio.schedule.exchange.MilestoneCalendar;
import city.c3po.portfolio.schedule.exchange.ProjectXml;
import city.c3po.portfolio.schedule.exchange.ScheduleCsv;
import city.c3po.portfolio.schedule.exchange.ScheduleFile;
import city.c3po.portfolio.schedule.network.Progress;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The schedule in the forms of other programs. */
@Path("/v1/projects/{id}")
@RunOnVirtualThread
@Tag(name = "Schedules", description = "Activities, their links, and the dates that follow from them.")
class ScheduleFileResource {
    private static final String XML = "application/xml";
    private static final String CALENDAR = "text/calendar";

    private final Schedules schedules;
    private final ScheduleFiles files;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    ScheduleFileResource(
            Schedules schedules,
            ScheduleFiles files,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.schedules = schedules;
        this.files = files;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @PUT
    @Path("/schedule.xml")
    @Consumes(XML)
    @Produces(MediaTypes.JSON)
    @Write(creates = true)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "putScheduleXml",
            summary = "Say a schedule with a Microsoft Project file",
            description =
                    "As XML (MSPDI), up to 64 MiB. What such a file cannot say, budgets and estimates, is kept for"
                            + " activities of the same id.",
            extensions = @Extension(name = "x-max-body", value = "67108864", parseValue = true))
    public RestResponse<ScheduleView> putXml(
            @PathParam("id") UUID id,
            @RequestBody(
                            description = "The file.",
                            content = @Content(mediaType = XML, schema = @Schema(type = SchemaType.STRING)))
                    InputStream body) {
        return taken(id, ProjectXml.read(body));
    }

    @PUT
    @Path("/schedule.csv")
    @Consumes(MediaTypes.CSV)
    @Produces(MediaTypes.JSON)
    @Write(creates = true)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "putScheduleCsv",
            summary = "Say a schedule with a table",
            description =
                    "As CSV, in the columns that GET …/schedule.csv writes, up to 64 MiB. Budgets and estimates are"
                            + " kept for activities of the same id.",
            extensions = @Extension(name = "x-max-body", value = "67108864", parseValue = true))
    public RestResponse<ScheduleView> putCsv(
            @PathParam("id") UUID id,
            @Parameter(description = "Nothing starts before this day; as before where it is left out.")
                    @QueryParam("start")
                    @Nullable LocalDate start,
            @Parameter(description = "What happened lies before the start of this day; as before where it is left out.")
                    @QueryParam("dataDate")
                    @Nullable LocalDate dataDate,
            @RequestBody(
                            description = "The table.",
                            content = @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)))
                    InputStream body) {
        return taken(id, files.table(id, caller.get(), body, start, dataDate));
    }

    private RestResponse<ScheduleView> taken(UUID id, ScheduleFile file) {
        var by = caller.get();
        var schedule = files.read(id, by, preconditions.seen(), file, clock.instant());
        return Answer.of(schedule, by, ScheduleView.of(schedule, by));
    }

    @GET
    @Path("/schedule.xml")
    @Produces(XML)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getScheduleXml",
            summary = "Read a schedule as a Microsoft Project file",
            description = "XML (MSPDI) with the computed dates.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = XML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "As you know it.")
    public RestResponse<byte[]> xml(@PathParam("id") UUID id) {
        var out = new ByteArrayOutputStream();
        ProjectXml.write(files.write(id, caller.get()), schedules.calendarOf(schedules.plan(id, caller.get())), out);
        return file(id, out);
    }

    @GET
    @Path("/schedule.csv")
    @Produces(MediaTypes.CSV)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getScheduleCsv",
            summary = "Read a schedule as a table",
            description = "CSV, one line per activity with its predecessors.")
    @APIResponse(
            responseCode = "200",
            description = "The table.",
            content = @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "As you know it.")
    public RestResponse<byte[]> csv(@PathParam("id") UUID id) {
        var out = new ByteArrayOutputStream();
        ScheduleCsv.write(files.write(id, caller.get()), out);
        return file(id, out);
    }

    @GET
    @Path("/schedule.ics")
    @Produces(CALENDAR)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getScheduleCalendar",
            summary = "Read the milestones as a calendar",
            description = "iCalendar, one event per milestone on the day computed for it.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar.",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "As you know it.")
    public RestResponse<byte[]> calendar(@PathParam("id") UUID id) {
        var by = caller.get();
        var schedule = schedules.written(id, by);
        var entries = schedules.activities(id, by).stream()
                .filter(activity -> activity.said().isMilestone())
                .map(milestone -> new MilestoneCalendar.Entry(
                        id + "/" + milestone.said().id(),
                        milestone.said().title(),
                        milestone.dates().earlyFinish(),
                        milestone.dates().progress() == Progress.FINISHED ? "CONFIRMED" : "TENTATIVE"))
                .toList();
        var out = new ByteArrayOutputStream();
        MilestoneCalendar.write(schedule.project().plan().title(), "c3po", entries, clock.instant(), out);
        return file(id, out);
    }

    private RestResponse<byte[]> file(UUID id, ByteArrayOutputStream out) {
        var by = caller.get();
        return RestResponse.ResponseBuilder.ok(out.toByteArray())
                .tag(schedules.written(id, by).entityTag(by))
                .build();
    }
}
