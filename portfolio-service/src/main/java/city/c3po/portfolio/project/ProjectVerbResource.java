package city.c3po.portfolio.project;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.Codes;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who leads a project and where it goes: one path each, all with If-Match, all answered with the project as it is after. */
@Path("/v1/projects/{id}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Project verbs", description = "What its PPM and the portfolio office do with a project.")
class ProjectVerbResource {
    private final Projects projects;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    ProjectVerbResource(
            Projects projects, CurrentActor caller, Preconditions preconditions, InstantSource clock, CityDay day) {
        this.projects = projects;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @Schema(name = "ProjectPpm")
    record Ppm(
            @Schema(description = "Subject of the product-project manager.") @NotNull @Pattern(regexp = Codes.SUBJECT) String person) {}

    @Schema(name = "ProjectReason", description = "Why it is done.")
    record Reason(@NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "ProjectPlacement", description = "Into which program, and from which day on.")
    record Placement(
            @Schema(description = "Id of the program; null for none.") @Nullable UUID program,

            @Schema(description = "First day; today where it is left out. Never in the future.") @Nullable LocalDate from) {}

    @Schema(name = "ProjectProducts", description = "All products it delivers to; an empty list is none.")
    record Delivery(
            @Schema(description = "Ids of products.") @NotNull @Size(max = 50) List<@NotNull UUID> products) {}

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<ProjectEvent> on(Project project, Actor by, Instant at);
    }

    @POST
    @Path("/assign-ppm")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "assignProjectPpm",
            summary = "Assign the project's PPM",
            description = "Names, or replaces, who leads it. Sponsor and PPM are two persons.")
    public RestResponse<ProjectView> assignPpm(@PathParam("id") UUID id, @NotNull @Valid Ppm body) {
        var by = caller.get();
        return answer(projects.edit(
                id,
                by,
                preconditions.seen(),
                ProjectAction.ASSIGN_PPM,
                project -> project.assignPpm(by, body.person(), clock.instant())));
    }

    @POST
    @Path("/place")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "placeProject",
            summary = "Place a project inside a program",
            description = "From a day on, which ends the present membership the day before. One program at a time.")
    public RestResponse<ProjectView> place(@PathParam("id") UUID id, @NotNull @Valid Placement body) {
        var at = clock.instant();
        var from = body.from() == null ? day.of(at) : body.from();
        return answer(projects.place(id, body.program(), from, caller.get(), preconditions.seen(), at));
    }

    @POST
    @Path("/name-products")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "nameProjectProducts",
            summary = "Say what a project delivers to",
            description = "Replaces the list. By its PPM or the portfolio office.")
    public RestResponse<ProjectView> nameProducts(@PathParam("id") UUID id, @NotNull @Valid Delivery body) {
        return answer(projects.nameProducts(id, body.products(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/start-planning")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "startProjectPlanning",
            summary = "Start planning",
            description = "Through gate G1: refused until the project's charter is committed and the gate is open.")
    public RestResponse<ProjectView> startPlanning(@PathParam("id") UUID id) {
        return move(id, ProjectAction.START_PLANNING);
    }

    @POST
    @Path("/start-procurement")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "startProjectProcurement",
            summary = "Start procurement",
            description = "Through gate G2, once the approach is said.")
    public RestResponse<ProjectView> startProcurement(@PathParam("id") UUID id) {
        return move(id, ProjectAction.START_PROCUREMENT);
    }

    @POST
    @Path("/start-execution")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "startProjectExecution",
            summary = "Start execution",
            description = "Through gate G3; from PLANNING only with the decision that it is made in-house.")
    public RestResponse<ProjectView> startExecution(@PathParam("id") UUID id) {
        return move(id, ProjectAction.START_EXECUTION);
    }

    @POST
    @Path("/start-closing")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "startProjectClosing",
            summary = "Start closing",
            description = "Through gate G4, go-live.")
    public RestResponse<ProjectView> startClosing(@PathParam("id") UUID id) {
        return move(id, ProjectAction.START_CLOSING);
    }

    @POST
    @Path("/close")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "closeProject",
            summary = "Close a project",
            description = "Through gate G5: refused until the charter is accepted by those who committed to it.")
    public RestResponse<ProjectView> close(@PathParam("id") UUID id) {
        return move(id, ProjectAction.CLOSE);
    }

    @POST
    @Path("/decide-in-house")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "decideProjectInHouse",
            summary = "Decide that nothing is bought",
            description = "Recorded for good; procurement is skipped.")
    public RestResponse<ProjectView> decideInHouse(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return change(
                id, ProjectAction.DECIDE_IN_HOUSE, (project, by, at) -> project.decideInHouse(by, body.reason(), at));
    }

    @POST
    @Path("/hold")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "holdProject",
            summary = "Put a project on hold",
            description = "It remembers where it was, and returns there.")
    public RestResponse<ProjectView> hold(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return change(id, ProjectAction.HOLD, (project, by, at) -> project.hold(by, body.reason(), at));
    }

    @POST
    @Path("/resume")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(operationId = "resumeProject", summary = "Resume a project", description = "Back to where it was held.")
    public RestResponse<ProjectView> resume(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return change(id, ProjectAction.RESUME, (project, by, at) -> project.resume(by, body.reason(), at));
    }

    @POST
    @Path("/cancel")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(operationId = "cancelProject", summary = "Cancel a project", description = "It does not come back.")
    public RestResponse<ProjectView> cancel(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return change(id, ProjectAction.CANCEL, (project, by, at) -> project.cancel(by, body.reason(), at));
    }

    private RestResponse<ProjectView> move(UUID id, ProjectAction move) {
        return change(id, move, (project, by, at) -> project.move(by, move, day.of(at), at));
    }

    private RestResponse<ProjectView> change(UUID id, ProjectAction action, Verb verb) {
        var by = caller.get();
        return answer(projects.change(
                id, by, preconditions.seen(), action, project -> verb.on(project, by, clock.instant())));
    }

    private RestResponse<ProjectView> answer(Project project) {
        var by = caller.get();
        return Answer.of(project, by, ProjectView.of(project, by));
    }
}
