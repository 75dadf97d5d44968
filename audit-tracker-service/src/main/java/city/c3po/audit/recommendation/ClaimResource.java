package city.c3po.audit.recommendation;

import static city.c3po.audit.recommendation.RecommendationAction.CLAIM;
import static city.c3po.audit.recommendation.RecommendationAction.DECLINE;
import static city.c3po.audit.recommendation.RecommendationAction.NEAR_COMPLETION;
import static city.c3po.audit.recommendation.RecommendationAction.PLAN;
import static city.c3po.audit.recommendation.RecommendationAction.PROPOSE_ALTERNATIVE;
import static city.c3po.audit.recommendation.RecommendationAction.REPORT_STATUS;
import static city.c3po.audit.recommendation.RecommendationAction.SIGN_OFF;
import static city.c3po.audit.recommendation.RecommendationAction.START;
import static city.c3po.audit.recommendation.RecommendationAction.STEP_BACK;

import city.c3po.audit.known.Departments;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
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
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What the department says of its implementation, verb by verb. */
@Path("/v1/recommendations")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Recommendations")
class ClaimResource {
    private final RecommendationDesk desk;
    private final Recommendations recommendations;
    private final Departments departments;
    private final Preconditions preconditions;

    ClaimResource(
            RecommendationDesk desk,
            Recommendations recommendations,
            Departments departments,
            Preconditions preconditions) {
        this.desk = desk;
        this.recommendations = recommendations;
        this.departments = departments;
        this.preconditions = preconditions;
    }

    @Schema(name = "RecommendationReason", description = "Why.")
    record Reason(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("/{id}/plan")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "planRecommendation",
            summary = "Say that it is planned",
            description = "NOT_STARTED → PLANNED, by the department or the portfolio office.")
    public RestResponse<RecommendationView> planRecommendation(@PathParam("id") UUID id) {
        return advance(id, PLAN);
    }

    @POST
    @Path("/{id}/start")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "startRecommendation",
            summary = "Say that it is under way",
            description = "PLANNED → ACTIVE_INITIATIVE.")
    public RestResponse<RecommendationView> startRecommendation(@PathParam("id") UUID id) {
        return advance(id, START);
    }

    @POST
    @Path("/{id}/near-completion")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "nearRecommendation",
            summary = "Say that it is nearly implemented",
            description = "ACTIVE_INITIATIVE → NEARLY_IMPLEMENTED.")
    public RestResponse<RecommendationView> nearRecommendation(@PathParam("id") UUID id) {
        return advance(id, NEAR_COMPLETION);
    }

    @Schema(name = "StepBack", description = "Which earlier status, and why.")
    record StepBack(
            @NotNull ManagementStatus to,
            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("/{id}/step-back")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "stepBackRecommendation",
            summary = "Take back a claim",
            description = "To any earlier status, with a reason. A sign-off and a claim are taken back with it.")
    public RestResponse<RecommendationView> stepBack(@PathParam("id") UUID id, @NotNull @Valid StepBack body) {
        return change(id, STEP_BACK, (one, by, at) -> one.stepBack(by, body.to(), body.reason(), at));
    }

    @POST
    @Path("/{id}/propose-alternative")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "proposeAlternative",
            summary = "Propose another way",
            description = "→ ALTERNATIVE_PROPOSED, with the reason. The issuing body verifies whatever is done.")
    public RestResponse<RecommendationView> proposeAlternative(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return leave(id, PROPOSE_ALTERNATIVE, body);
    }

    @POST
    @Path("/{id}/decline")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "declineRecommendation",
            summary = "Say that it will not be implemented",
            description = "→ WILL_NOT_IMPLEMENT, with the reason. Only the issuing body closes it.")
    public RestResponse<RecommendationView> declineRecommendation(
            @PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return leave(id, DECLINE, body);
    }

    @POST
    @Path("/{id}/sign-off")
    @Write
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            operationId = "signOffClaim",
            summary = "Stand for the claim to come",
            description = "By the head of the lead department, as portfolio tells it. A later step back takes it away.")
    public RestResponse<RecommendationView> signOff(@PathParam("id") UUID id) {
        return change(id, SIGN_OFF, (one, by, at) -> {
            var head = departments
                    .head(one.leadDepartment)
                    .orElseThrow(
                            () -> RecommendationRule.HEAD_NOT_SEEN_YET.violated(Map.of(RuleViolation.RETRY_AFTER, 2)));
            var signed = one.signOff(by, head, at);
            recommendations.hands().note(id, by.sub(), Hands.Part.APPROVER);
            return signed;
        });
    }

    @POST
    @Path("/{id}/claim")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "claimRecommendation",
            summary = "Claim that it is implemented",
            description =
                    "NEARLY_IMPLEMENTED → CLAIMED_IMPLEMENTED: with valid evidence on every element, all mandatory"
                            + " milestones done, and the department head's sign-off.")
    public RestResponse<RecommendationView> claim(@PathParam("id") UUID id) {
        return change(id, CLAIM, (one, by, at) -> {
            var claimed = one.claim(by, recommendations.evidenced(id), at);
            recommendations.hands().note(id, by.sub(), Hands.Part.OWNER);
            return claimed;
        });
    }

    @Schema(name = "ReportedStatus", description = "What was reported, when, and where it says so.")
    record ReportedStatus(
            @NotNull ManagementStatus status,

            @Schema(examples = "2021-02-04") @NotNull LocalDate asOf,

            @NotBlank @Size(max = 500) String document) {}

    @POST
    @Path("/{id}/report-status")
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "reportRecommendationStatus",
            summary = "Record a status from before",
            description =
                    "What was reported on a day before this record, with the document that says so. Any status; the claim's gate does not ask for it, and the verified status stays.")
    public RestResponse<RecommendationView> reportStatus(
            @PathParam("id") UUID id, @NotNull @Valid ReportedStatus body) {
        return change(
                id,
                REPORT_STATUS,
                (one, by, at) -> one.reportStatus(
                        by, new AsReported(body.status(), body.asOf(), body.document()), desk.today(), at));
    }

    private RestResponse<RecommendationView> advance(UUID id, RecommendationAction step) {
        return change(id, step, (one, by, at) -> one.advance(by, step, at));
    }

    private RestResponse<RecommendationView> leave(UUID id, RecommendationAction exit, Reason why) {
        return change(id, exit, (one, by, at) -> one.leave(by, exit, why.reason(), at));
    }

    private RestResponse<RecommendationView> change(
            UUID id, RecommendationAction action, RecommendationDesk.Verb verb) {
        return desk.change(id, preconditions.seen(), action, verb);
    }
}
