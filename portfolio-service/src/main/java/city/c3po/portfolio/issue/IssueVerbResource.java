package city.c3po.portfolio.issue;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.changerequest.ChangeText;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is done about the issues of a project. */
@Path("/v1/projects/{id}/issues/{issue}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Issues", description = "What has gone wrong, what is done about it and what was decided.")
class IssueVerbResource {
    private final Issues issues;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    IssueVerbResource(Issues issues, CurrentActor caller, Preconditions preconditions, InstantSource clock) {
        this.issues = issues;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "NewIssueTodo", description = "Something to be done about an issue.")
    record NewTodo(
            @NotBlank @Size(max = 1000) String text,

            @Schema(description = "Subject of who does it.") @NotBlank @Size(max = 255) String owner,

            @Nullable LocalDate due) {}

    @Schema(name = "IssueOutcome", description = "What came of it, or why.")
    record Said(@NotBlank @Size(max = 2000) String comment) {}

    @Schema(name = "NewIssueDecision", description = "Something that was decided because of an issue.")
    record NewDecision(
            @NotBlank @Size(max = 2000) String text,

            @Schema(description = "Number or link of the record of whoever decided.", examples = "DEC-2026-0004")
            @Nullable @Size(min = 1, max = 500) String record) {}

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<IssueEvent> on(Issue issue, Actor by, Instant at);
    }

    @POST
    @Path("/add-action")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "addIssueAction",
            summary = "Say what is to be done",
            description = "By the issue's owner, the PPM or the portfolio office; it awaits its owner as a task.")
    public RestResponse<IssueView> addAction(
            @PathParam("id") UUID id, @PathParam("issue") UUID issue, @NotNull @Valid NewTodo body) {
        return change(
                id,
                issue,
                IssueAction.ADD_ACTION,
                (known, by, at) -> known.addAction(by, body.text(), body.owner(), body.due(), at));
    }

    @POST
    @Path("/actions/{action}/finish")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "finishIssueAction",
            summary = "Say that it is done",
            description = "By the owner of the action or of the issue, the PPM or the portfolio office.")
    public RestResponse<IssueView> finishAction(
            @PathParam("id") UUID id,
            @PathParam("issue") UUID issue,
            @Parameter(description = "Its number within the issue.") @PathParam("action") int action,
            @NotNull @Valid Said body) {
        return change(
                id,
                issue,
                IssueAction.FINISH_ACTION,
                (known, by, at) -> known.finishAction(by, action, body.comment(), at));
    }

    @POST
    @Path("/decide")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "decideIssue",
            summary = "Write down a decision",
            description = "What was decided because of the issue, and where that is on record.")
    public RestResponse<IssueView> decide(
            @PathParam("id") UUID id, @PathParam("issue") UUID issue, @NotNull @Valid NewDecision body) {
        return change(
                id, issue, IssueAction.DECIDE, (known, by, at) -> known.decide(by, body.text(), body.record(), at));
    }

    @POST
    @Path("/request-change")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "requestIssueChange",
            summary = "Ask for the change that it needs",
            description = "Drafts a change request; it names the issue, and the issue names it.")
    public RestResponse<IssueView> requestChange(
            @PathParam("id") UUID id, @PathParam("issue") UUID issue, @NotNull @Valid ChangeText body) {
        return answer(issues.requestChange(id, issue, caller.get(), preconditions.seen(), body, clock.instant()));
    }

    @POST
    @Path("/resolve")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "resolveIssue",
            summary = "Resolve an issue",
            description = "Once its actions are finished; says how.")
    public RestResponse<IssueView> resolve(
            @PathParam("id") UUID id, @PathParam("issue") UUID issue, @NotNull @Valid Said body) {
        return change(id, issue, IssueAction.RESOLVE, (known, by, at) -> known.resolve(by, body.comment(), at));
    }

    @POST
    @Path("/reopen")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "reopenIssue",
            summary = "Reopen an issue",
            description = "When what was done did not resolve it.")
    public RestResponse<IssueView> reopen(
            @PathParam("id") UUID id, @PathParam("issue") UUID issue, @NotNull @Valid Said body) {
        return change(id, issue, IssueAction.REOPEN, (known, by, at) -> known.reopen(by, body.comment(), at));
    }

    @POST
    @Path("/close")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(operationId = "closeIssue", summary = "Close an issue", description = "For good, once it is resolved.")
    public RestResponse<IssueView> close(
            @PathParam("id") UUID id, @PathParam("issue") UUID issue, @NotNull @Valid Said body) {
        return change(id, issue, IssueAction.CLOSE, (known, by, at) -> known.close(by, body.comment(), at));
    }

    private RestResponse<IssueView> change(UUID id, UUID issue, IssueAction action, Verb verb) {
        var by = caller.get();
        return answer(issues.change(
                id, issue, by, preconditions.seen(), action, known -> verb.on(known, by, clock.instant())));
    }

    private RestResponse<IssueView> answer(Issue issue) {
        var by = caller.get();
        return Answer.of(issue, by, IssueView.of(issue, by));
    }
}
