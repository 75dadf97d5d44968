package city.c3po.portfolio.project;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The gates of a project, with the project's If-Match, answered with the project as it is after. */
@Path("/v1/projects/{id}/gates/{gate}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(
        name = "Gates",
        description =
                "G1 commitment, G2 approach and procurement, G3 baseline, G4 go-live, G5 acceptance, G6 benefits.")
class GateResource {
    private final Projects projects;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    GateResource(
            Projects projects, CurrentActor caller, Preconditions preconditions, InstantSource clock, CityDay day) {
        this.projects = projects;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @Schema(name = "NewGateCriterion")
    record NewCriterion(
            @NotBlank @Size(max = 2000) String text,

            @Schema(description = "No condition stands in for it.", defaultValue = "false") @Nullable Boolean mandatory) {}

    @Schema(name = "GateEvidence")
    record Evidence(
            @Schema(description = "What shows it: a document, a number, a link.") @NotBlank @Size(max = 2000) String evidence) {}

    @Schema(name = "GateVerdictSaid", description = "What an approver says of the gate.")
    record VerdictSaid(
            @NotNull GateVerdict.Opinion opinion,

            @Schema(description = "The condition, or the reason; only a plain GO needs none.")
            @Nullable @Size(max = 2000) String comment,

            @Schema(description = "With GO_ON_CONDITION: the last day for it.") @Nullable LocalDate due) {}

    @POST
    @Path("/name-approvers")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "nameGateApprovers",
            summary = "Name a gate's approvers",
            description = "ALL of them must agree, or N_OF_M. Not while the gate is in review.")
    public RestResponse<ProjectView> nameApprovers(
            @PathParam("id") UUID id, @PathParam("gate") GateName gate, @NotNull @Valid GateApprovers body) {
        return change(id, ProjectAction.NAME_APPROVERS, (project, by, at) -> project.nameApprovers(by, gate, body, at));
    }

    @POST
    @Path("/criteria")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "addGateCriterion",
            summary = "Add a criterion to a gate",
            description =
                    "Something more that must be so. Not while the gate is in review, or once it is decided for good.")
    @APIResponse(responseCode = "200", description = "The project, with the criterion.")
    public RestResponse<ProjectView> addCriterion(
            @PathParam("id") UUID id, @PathParam("gate") GateName gate, @NotNull @Valid NewCriterion body) {
        var mandatory = Boolean.TRUE.equals(body.mandatory());
        return change(
                id,
                ProjectAction.ADD_CRITERION,
                (project, by, at) -> project.addCriterion(by, gate, body.text(), mandatory, at));
    }

    @POST
    @Path("/criteria/{criterion}/meet")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "meetGateCriterion",
            summary = "Say that a criterion is met",
            description =
                    "With what shows it. What the charter says comes from the charter. The last open criterion of a"
                            + " CONDITIONAL gate opens it.")
    public RestResponse<ProjectView> meetCriterion(
            @PathParam("id") UUID id,
            @PathParam("gate") GateName gate,
            @Parameter(description = "The criterion's code.") @PathParam("criterion") @Size(max = 60) String criterion,
            @NotNull @Valid Evidence body) {
        return change(
                id,
                ProjectAction.MEET_CRITERION,
                (project, by, at) -> project.meetCriterion(by, gate, criterion, body.evidence(), at));
    }

    @POST
    @Path("/submit")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "submitGate",
            summary = "Submit a gate for review",
            description = "From CLOSED or HELD; its approvers judge it now.")
    public RestResponse<ProjectView> submit(@PathParam("id") UUID id, @PathParam("gate") GateName gate) {
        return change(id, ProjectAction.SUBMIT_GATE, (project, by, at) -> project.submitGate(by, gate, at));
    }

    @POST
    @Path("/judge")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "judgeGate",
            summary = "Judge a gate",
            description = "By an approver who neither submitted nor evidenced nor wrote it. Settled as soon as enough"
                    + " agree, or enough no longer can: OPEN, CONDITIONAL until the earliest day, HELD or TERMINATED.")
    public RestResponse<ProjectView> judge(
            @PathParam("id") UUID id, @PathParam("gate") GateName gate, @NotNull @Valid VerdictSaid body) {
        return change(id, ProjectAction.JUDGE_GATE, (project, by, at) -> {
            var verdict = new GateVerdict(by.sub(), body.opinion(), body.comment(), body.due(), at);
            return project.judgeGate(by, gate, verdict, day.of(at));
        });
    }

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<ProjectEvent> on(Project project, Actor by, Instant at);
    }

    private RestResponse<ProjectView> change(UUID id, ProjectAction action, Verb verb) {
        var by = caller.get();
        var changed =
                projects.change(id, by, preconditions.seen(), action, project -> verb.on(project, by, clock.instant()));
        return Answer.of(changed, by, ProjectView.of(changed, by));
    }
}
