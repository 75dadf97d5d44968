package city.c3po.audit.recommendation;

import static city.c3po.audit.recommendation.RecommendationAction.COMPLETE_MILESTONE;
import static city.c3po.audit.recommendation.RecommendationAction.DECIDE_EXTENSION;
import static city.c3po.audit.recommendation.RecommendationAction.PLAN_ACTION;
import static city.c3po.audit.recommendation.RecommendationAction.REASSIGN;
import static city.c3po.audit.recommendation.RecommendationAction.REQUEST_EXTENSION;
import static city.c3po.audit.recommendation.RecommendationAction.RESPOND;
import static city.c3po.audit.recommendation.RecommendationAction.SET_TARGET;

import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Response, plan, target and extensions. */
@Path("/v1/recommendations")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Recommendations")
class ImplementationResource {
    private final RecommendationDesk desk;
    private final Recommendations recommendations;
    private final Preconditions preconditions;

    ImplementationResource(RecommendationDesk desk, Recommendations recommendations, Preconditions preconditions) {
        this.desk = desk;
        this.recommendations = recommendations;
        this.preconditions = preconditions;
    }

    @Schema(name = "NewManagementResponse", description = "Management's formal response.")
    record Response(
            @NotNull ManagementResponse.Agreement agreement,
            @Nullable @Size(max = 8000) String text) {}

    @PUT
    @Path("/{id}/response")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "respondToRecommendation",
            summary = "Respond to it",
            description = "Management's formal response. Responding again replaces it; history keeps both.")
    public RestResponse<RecommendationView> respond(@PathParam("id") UUID id, @NotNull @Valid Response body) {
        return change(id, RESPOND, (one, by, at) -> one.respond(by, body.agreement(), body.text(), at));
    }

    @Schema(name = "NewTargetDate", description = "By when.")
    record TargetDate(@NotNull LocalDate target) {}

    @PUT
    @Path("/{id}/target")
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "setTargetDate",
            summary = "Say by when",
            description = "Once: the original target is immutable. Later dates are extensions.")
    public RestResponse<RecommendationView> setTarget(@PathParam("id") UUID id, @NotNull @Valid TargetDate body) {
        return change(id, SET_TARGET, (one, by, at) -> one.setTarget(by, body.target(), at));
    }

    @Schema(name = "NewCorrectiveAction", description = "What the department does, and its milestones in all.")
    record Action(
            @NotBlank @Size(max = 500) String title,

            @Schema(description = "Subject of who sees to it; will not verify it.")
            @Nullable @Pattern(regexp = NewRecommendation.PERSON) String owner,

            @Nullable @Size(max = 100) List<@NotNull @Valid PlannedMilestone> milestones) {

        List<PlannedMilestone> planned() {
            return milestones == null ? List.of() : milestones;
        }
    }

    @PUT
    @Path("/{id}/actions/{key}")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "planCorrectiveAction",
            summary = "Plan a corrective action",
            description = "New or anew, with all its milestones; what is done stays done, and what was first planned is"
                    + " remembered. Dependencies lead to milestones of the same recommendation, never in a circle.")
    public RestResponse<RecommendationView> planAction(
            @PathParam("id") UUID id,
            @PathParam("key") @Pattern(regexp = Milestone.KEY) String key,
            @NotNull @Valid Action body) {
        return desk.edit(id, preconditions.seen(), PLAN_ACTION, (one, by, at) -> {
            var planned = one.planAction(by, key, body.title(), body.owner(), body.planned(), desk.today(), at);
            if (body.owner() != null) {
                recommendations.hands().note(id, body.owner(), Hands.Part.OWNER);
            }
            return planned;
        });
    }

    @Schema(name = "MilestoneCompletion", description = "When it was done.")
    record Completion(@Nullable LocalDate doneOn) {}

    @POST
    @Path("/{id}/milestones/{key}/complete")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "completeMilestone",
            summary = "Complete a milestone",
            description = "When everything that comes before it is done. Today if no day is said.")
    public RestResponse<RecommendationView> complete(
            @PathParam("id") UUID id,
            @PathParam("key") @Pattern(regexp = Milestone.KEY) String key,
            @NotNull @Valid Completion body) {
        return change(
                id,
                COMPLETE_MILESTONE,
                (one, by, at) -> one.completeMilestone(
                        by, key, body.doneOn() == null ? desk.today() : body.doneOn(), desk.today(), at));
    }

    @Schema(name = "NewExtension", description = "The later date, and why.")
    record ExtensionWish(
            @NotNull LocalDate to,
            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("/{id}/extensions")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "requestExtension",
            summary = "Ask for a later target date",
            description =
                    "Granted by the auditor up to 90 days beyond the original target, by the committee beyond that.")
    @APIResponse(responseCode = "200", description = "The recommendation, with one extension more that waits.")
    public RestResponse<RecommendationView> requestExtension(
            @PathParam("id") UUID id, @NotNull @Valid ExtensionWish body) {
        return change(id, REQUEST_EXTENSION, (one, by, at) -> one.requestExtension(by, body.to(), body.reason(), at));
    }

    @POST
    @Path("/{id}/extensions/{number}/grant")
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.CLERK})
    @Operation(
            operationId = "grantExtension",
            summary = "Grant an extension",
            description = "By the band's decider, who neither asked for it nor granted the one before.")
    public RestResponse<RecommendationView> grantExtension(
            @PathParam("id") UUID id, @PathParam("number") @Min(1) @Max(1000) int number) {
        return decide(id, number, Extension.Decision.GRANTED);
    }

    @POST
    @Path("/{id}/extensions/{number}/refuse")
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.CLERK})
    @Operation(
            operationId = "refuseExtension",
            summary = "Refuse an extension",
            description = "By the band's decider, who did not ask for it. The target stays.")
    public RestResponse<RecommendationView> refuseExtension(
            @PathParam("id") UUID id, @PathParam("number") @Min(1) @Max(1000) int number) {
        return decide(id, number, Extension.Decision.REFUSED);
    }

    @Schema(name = "NewLeadDepartment", description = "Who leads from now on, and why.")
    record NewLead(
            @NotNull @Pattern(regexp = NewRecommendation.DEPARTMENT) String leadDepartment,

            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("/{id}/reassign")
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "reassignRecommendation",
            summary = "Give it to another lead department",
            description = "The ledger of each department tells the transfer.")
    public RestResponse<RecommendationView> reassign(@PathParam("id") UUID id, @NotNull @Valid NewLead body) {
        return change(id, REASSIGN, (one, by, at) -> one.reassign(by, body.leadDepartment(), body.reason(), at));
    }

    private RestResponse<RecommendationView> decide(UUID id, int number, Extension.Decision decision) {
        return change(id, DECIDE_EXTENSION, (one, by, at) -> one.decideExtension(by, number, decision, at));
    }

    private RestResponse<RecommendationView> change(
            UUID id, RecommendationAction action, RecommendationDesk.Verb verb) {
        return desk.change(id, preconditions.seen(), action, verb);
    }
}
