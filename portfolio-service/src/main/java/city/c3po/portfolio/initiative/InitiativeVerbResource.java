package city.c3po.portfolio.initiative;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.reference.Codes;
import city.c3po.portfolio.reference.FeederPreconditions;
import city.c3po.portfolio.triage.Outcome;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The verbs of an initiative: one path each, all with If-Match, all answered with the initiative as it is after. */
@Path("/v1/initiatives/{id}")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Initiative verbs", description = "What the department and the portfolio office do with an initiative.")
class InitiativeVerbResource {
    private final Initiatives initiatives;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    InitiativeVerbResource(
            Initiatives initiatives, CurrentActor caller, Preconditions preconditions, InstantSource clock) {
        this.initiatives = initiatives;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "Remark", description = "Why it is done, for the other side to read.")
    record Remark(@NotBlank @Size(max = 2000) String comment) {}

    @Schema(name = "Withdrawal")
    record Withdrawal(@NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "PpmAssignment")
    record PpmAssignment(
            @Schema(description = "Subject of the product-project manager.") @NotNull @Pattern(regexp = Codes.SUBJECT) String person) {}

    @Schema(name = "TriageOverrideAsked")
    record OverrideAsked(
            @Schema(description = "MAJOR or MINOR.") @NotNull Outcome outcome,

            @NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "DuplicateOf")
    record DuplicateOf(
            @Schema(description = "Id of the initiative that goes on.") @NotNull UUID of,

            @Nullable @Size(max = 2000) String comment) {}

    @Schema(name = "MergeInto")
    record MergeInto(
            @Schema(description = "Id of the initiative that goes on.") @NotNull UUID into,

            @Nullable @Size(max = 2000) String comment) {}

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<InitiativeEvent> on(Initiative initiative, Actor by, Instant at);
    }

    @POST
    @Path("/submit")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.FEEDER})
    @Operation(
            operationId = "submitInitiative",
            summary = "Submit an initiative",
            description =
                    "Hands a draft to the portfolio office. It is triaged in the same transaction: TRIAGED when its"
                            + " class is known, SUBMITTED while answers are missing.")
    public RestResponse<InitiativeView> submit(@PathParam("id") UUID id) {
        var by = caller.get();
        return answer(initiatives.submit(id, by, seen(by), clock.instant()));
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.FEEDER})
    @Operation(
            operationId = "withdrawInitiative",
            summary = "Withdraw an initiative",
            description = "The department takes it back, before anything is decided. It does not come back.")
    public RestResponse<InitiativeView> withdraw(@PathParam("id") UUID id, @NotNull @Valid Withdrawal body) {
        return change(
                id, InitiativeAction.WITHDRAW, (initiative, by, at) -> initiative.withdraw(by, body.reason(), at));
    }

    @POST
    @Path("/return")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "returnInitiative",
            summary = "Return an initiative to the department",
            description = "It is a draft again, with its answers and all comments kept, for the department to rework.")
    public RestResponse<InitiativeView> giveBack(@PathParam("id") UUID id, @NotNull @Valid Remark body) {
        return change(id, InitiativeAction.RETURN, (initiative, by, at) -> initiative.giveBack(by, body.comment(), at));
    }

    @POST
    @Path("/assign-ppm")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "assignPpm",
            summary = "Assign the PPM",
            description =
                    "Names, or replaces, the product-project manager who reviews it. Nobody reviews what they wrote.")
    public RestResponse<InitiativeView> assignPpm(@PathParam("id") UUID id, @NotNull @Valid PpmAssignment body) {
        var by = caller.get();
        return answer(initiatives.edit(
                id,
                by,
                seen(by),
                InitiativeAction.ASSIGN_PPM,
                initiative -> initiative.assignPpm(by, body.person(), clock.instant())));
    }

    @POST
    @Path("/delegate")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "delegateInitiative",
            summary = "Delegate a minor initiative",
            description = "The department runs it; the portfolio office supports. Only for the class MINOR.")
    public RestResponse<InitiativeView> delegate(@PathParam("id") UUID id) {
        return change(id, InitiativeAction.DELEGATE, (initiative, by, at) -> initiative.delegate(by, at));
    }

    @POST
    @Path("/start-review")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "startInitiativeReview",
            summary = "Start the review of a major initiative",
            description = "The portfolio office is in the mix. Only for the class MAJOR, once a PPM is assigned.")
    public RestResponse<InitiativeView> startReview(@PathParam("id") UUID id) {
        return change(id, InitiativeAction.START_REVIEW, (initiative, by, at) -> initiative.startReview(by, at));
    }

    @POST
    @Path("/override-triage")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SUBMITTER})
    @Operation(
            operationId = "overrideTriage",
            summary = "Ask for another class",
            description =
                    "With a reason, for a second person to confirm. The department may ask upward only; while answers"
                            + " are missing nobody may ask for MINOR.")
    public RestResponse<InitiativeView> overrideTriage(@PathParam("id") UUID id, @NotNull @Valid OverrideAsked body) {
        return change(
                id,
                InitiativeAction.OVERRIDE_TRIAGE,
                (initiative, by, at) -> initiative.overrideTriage(by, body.outcome(), body.reason(), at));
    }

    @POST
    @Path("/confirm-override")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "confirmTriageOverride",
            summary = "Confirm an override",
            description = "The second person agrees; the new class holds from now on. A step up to MAJOR outlives later"
                    + " revisions, a step down does not.")
    public RestResponse<InitiativeView> confirmOverride(@PathParam("id") UUID id) {
        return change(
                id, InitiativeAction.CONFIRM_OVERRIDE, (initiative, by, at) -> initiative.confirmOverride(by, at));
    }

    @POST
    @Path("/reject-override")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "rejectTriageOverride",
            summary = "Reject an override",
            description = "The class stays as the criteria say. Whoever asked may take it back this way, too.")
    public RestResponse<InitiativeView> rejectOverride(@PathParam("id") UUID id, @NotNull @Valid Remark body) {
        return change(
                id,
                InitiativeAction.REJECT_OVERRIDE,
                (initiative, by, at) -> initiative.rejectOverride(by, body.comment(), at));
    }

    @POST
    @Path("/mark-duplicate")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "markInitiativeDuplicate",
            summary = "Mark a duplicate",
            description = "It is the same as another initiative, which goes on.")
    public RestResponse<InitiativeView> markDuplicate(@PathParam("id") UUID id, @NotNull @Valid DuplicateOf body) {
        var by = caller.get();
        return answer(initiatives.markDuplicate(id, body.of(), by, seen(by), body.comment(), clock.instant()));
    }

    @POST
    @Path("/merge")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "mergeInitiative",
            summary = "Merge into another initiative",
            description = "It goes on inside another initiative.")
    public RestResponse<InitiativeView> merge(@PathParam("id") UUID id, @NotNull @Valid MergeInto body) {
        var by = caller.get();
        return answer(initiatives.merge(id, body.into(), by, seen(by), body.comment(), clock.instant()));
    }

    private RestResponse<InitiativeView> change(UUID id, InitiativeAction action, Verb verb) {
        var by = caller.get();
        return answer(
                initiatives.change(id, by, seen(by), action, initiative -> verb.on(initiative, by, clock.instant())));
    }

    private Seen seen(Actor by) {
        return FeederPreconditions.seen(preconditions, by);
    }

    private RestResponse<InitiativeView> answer(Initiative initiative) {
        var by = caller.get();
        return Answer.of(initiative, by, InitiativeView.of(initiative, by));
    }
}
