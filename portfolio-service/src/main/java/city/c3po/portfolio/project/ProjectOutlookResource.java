package city.c3po.portfolio.project;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.value.Money;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.policy.PolicyArea;
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

/** What a project is expected to come to, what it came to, and what is reported of it when it goes off course. */
@Path("/v1/projects/{id}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Project verbs", description = "What its PPM and the portfolio office do with a project.")
class ProjectOutlookResource {
    private final Projects projects;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    ProjectOutlookResource(
            Projects projects, CurrentActor caller, Preconditions preconditions, InstantSource clock, CityDay day) {
        this.projects = projects;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @Schema(name = "NewForecast", description = "What the PPM expects today.")
    record NewForecast(
            @Schema(description = "One-time cost in the end.") @NotNull @Valid Money cost,

            @Schema(description = "Last day of execution.") @NotNull LocalDate finish) {}

    @Schema(name = "ActualSaid", description = "What it came to.")
    record ActualSaid(
            @Schema(
                    description =
                            "One-time cost; what finance posted where it is left out, and nothing else once finance"
                                    + " posts.")
            @Valid @Nullable Money cost,

            @Schema(description = "Last day of execution.") @NotNull LocalDate finish) {}

    @Schema(name = "SpecialReportText", description = "What went off course, why, and what is done.")
    record SpecialReportText(@NotBlank @Size(max = 10_000) String text) {}

    @Schema(name = "ReclassificationAnswer", description = "Whether the higher tier holds, and why.")
    record ReclassificationAnswer(
            @Schema(description = "true: the higher tier holds from now on. false: it does not apply.") @NotNull Boolean accepted,

            @NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "ComplianceSaid", description = "Whether the project keeps to the city's policies in one area.")
    record ComplianceSaid(
            @NotNull PolicyArea area,
            @NotNull Compliance.Verdict verdict,

            @Schema(description = "With EXCEPTION: subject of who approved it.")
            @Nullable @Pattern(regexp = Codes.SUBJECT) String approver,

            @Schema(description = "With EXCEPTION: the last day on which it holds.") @Nullable LocalDate until,

            @Nullable @Size(min = 1, max = 2000) String reason) {}

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<ProjectEvent> on(Project project, Actor by, Instant at);
    }

    @POST
    @Path("/forecast")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "forecastProject",
            summary = "Forecast a project",
            description =
                    "By its PPM. A forecast that crosses a line of the triage policy reclassifies the project, and"
                            + " its next gate waits until a second person has answered.")
    public RestResponse<ProjectView> forecast(@PathParam("id") UUID id, @NotNull @Valid NewForecast body) {
        return answer(
                projects.forecast(id, body.cost(), body.finish(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/answer-reclassification")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "answerProjectReclassification",
            summary = "Answer a reclassification",
            description = "By a second person: the higher tier holds, or the two say why it does not apply.")
    public RestResponse<ProjectView> answerReclassification(
            @PathParam("id") UUID id, @NotNull @Valid ReclassificationAnswer body) {
        return change(
                id,
                ProjectAction.ANSWER_RECLASSIFICATION,
                (project, by, at) -> project.answerReclassification(by, body.accepted(), body.reason(), at));
    }

    @POST
    @Path("/record-actual")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "recordProjectActual",
            summary = "Record what it came to",
            description =
                    "By its PPM, from EXECUTING on. The cost is what finance posted, where it posts. Closed projects"
                            + " with a budget and this make the reference class.")
    public RestResponse<ProjectView> recordActual(@PathParam("id") UUID id, @NotNull @Valid ActualSaid body) {
        var by = caller.get();
        return answer(projects.edit(
                id,
                by,
                preconditions.seen(),
                ProjectAction.RECORD_ACTUAL,
                project -> project.recordActual(by, body.cost(), body.finish(), clock.instant())));
    }

    @POST
    @Path("/file-special-report")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "fileSpecialReport",
            summary = "File the special report that is owed",
            description = "By its PPM, within 30 days after the project went 10 % or more off its course.")
    public RestResponse<ProjectView> fileSpecialReport(
            @PathParam("id") UUID id, @NotNull @Valid SpecialReportText body) {
        return change(
                id,
                ProjectAction.FILE_SPECIAL_REPORT,
                (project, by, at) -> project.fileSpecialReport(by, body.text(), at));
    }

    @POST
    @Path("/record-compliance")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "recordProjectCompliance",
            summary = "Record compliance with policies",
            description = "Per area: COMPLIANT, or an EXCEPTION that somebody else approved until a day.")
    public RestResponse<ProjectView> recordCompliance(@PathParam("id") UUID id, @NotNull @Valid ComplianceSaid body) {
        return change(id, ProjectAction.RECORD_COMPLIANCE, (project, by, at) -> {
            var said = new Compliance(
                    body.area(), body.verdict(), body.approver(), body.until(), body.reason(), by.sub(), at);
            return project.recordCompliance(by, said, day.of(at));
        });
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
