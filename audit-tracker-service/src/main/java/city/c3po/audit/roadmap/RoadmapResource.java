package city.c3po.audit.roadmap;

import city.c3po.audit.known.CityDays;
import city.c3po.audit.recommendation.Milestone;
import city.c3po.audit.recommendation.NewRecommendation;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The milestones of all audits on one line of time. */
@Path("/v1")
@RunOnVirtualThread
@Tag(name = "Roadmap", description = "The milestones of all audits on one line of time.")
class RoadmapResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";

    private final Roadmap roadmap;
    private final CurrentActor caller;
    private final CityDays days;

    RoadmapResource(Roadmap roadmap, CurrentActor caller, CityDays days) {
        this.roadmap = roadmap;
        this.caller = caller;
        this.days = days;
    }

    @GET
    @Path("/roadmap")
    @Produces(MediaTypes.JSON)
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "roadmap",
            summary = "The roadmap",
            description =
                    "Milestones that are done or still open, by day, at most 500, of whatever you may see; with the"
                            + " days on which they will be done as the department's past slips say.")
    public List<RoadmapItem> roadmap(
            @Parameter(description = "Only of this lead department.", example = "DEP-IT")
                    @QueryParam("department")
                    @Pattern(regexp = NewRecommendation.DEPARTMENT) @Nullable String department,
            @Parameter(description = "Only within a year, or only later.") @QueryParam("horizon")
                    Milestone.@Nullable Horizon horizon) {
        return roadmap.items(caller.get(), department, horizon, days.today());
    }

    @GET
    @Path("/roadmap.csv")
    @Produces(MediaTypes.CSV)
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "roadmapTable",
            summary = "The roadmap as a table",
            description = "CSV: a row for each milestone, in the order of their days.")
    public Page<RoadmapLine> table() {
        return roadmap.table(caller.get(), days.today());
    }

    @GET
    @Path("/roadmap.xlsx")
    @Produces(MediaTypes.XLSX)
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "roadmapWorkbook",
            summary = "The roadmap as a workbook",
            description = "XLSX: a row for each milestone, in the order of their days, which are dates.")
    public Page<RoadmapLine> workbook() {
        return roadmap.table(caller.get(), days.today());
    }

    @GET
    @Path("/roadmap.ics")
    @Produces("text/calendar")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "roadmapCalendar",
            summary = "The roadmap as a calendar",
            description = "iCalendar (RFC 5545): each milestone is a day.")
    public String calendar() {
        return RoadmapCalendar.of(roadmap.items(caller.get(), null, null, days.today()), days.now());
    }

    @GET
    @Path("/roadmap.svg")
    @Produces("image/svg+xml")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "roadmapPicture",
            summary = "The roadmap as a picture",
            description = "SVG that can also be read aloud: every milestone has a label of its own.")
    public String picture() {
        return RoadmapPicture.of(roadmap.items(caller.get(), null, null, days.today()), days.today());
    }
}
