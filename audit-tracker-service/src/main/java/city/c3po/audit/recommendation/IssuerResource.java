package city.c3po.audit.recommendation;

import static city.c3po.audit.recommendation.RecommendationAction.ADD_ADDENDUM;
import static city.c3po.audit.recommendation.RecommendationAction.CLOSE;
import static city.c3po.audit.recommendation.RecommendationAction.DISMISS_REGRESSION;
import static city.c3po.audit.recommendation.RecommendationAction.LINK;
import static city.c3po.audit.recommendation.RecommendationAction.RECORD_LESSON;
import static city.c3po.audit.recommendation.RecommendationAction.RECORD_RETEST;
import static city.c3po.audit.recommendation.RecommendationAction.REOPEN;

import city.c3po.audit.audit.NewAddendum;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the issuing body decides, and what is added after issue. */
@Path("/v1/recommendations")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Recommendations")
class IssuerResource {
    private final RecommendationDesk desk;
    private final Recommendations recommendations;
    private final Preconditions preconditions;

    IssuerResource(RecommendationDesk desk, Recommendations recommendations, Preconditions preconditions) {
        this.desk = desk;
        this.recommendations = recommendations;
        this.preconditions = preconditions;
    }

    @POST
    @Path("/{id}/close")
    @Write
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "closeRecommendation",
            summary = "Close it unimplemented",
            description =
                    "By the issuing body. WILL_NOT_IMPLEMENT and NO_FURTHER_ACTION need a risk acceptance by a named official with a day of review; SUPERSEDED names the recommendation in its place.")
    public RestResponse<RecommendationView> close(@PathParam("id") UUID id, @NotNull @Valid Closure body) {
        return change(id, CLOSE, (one, by, at) -> {
            if (body.supersededBy() != null) {
                recommendations.other(body.supersededBy(), by, RecommendationRule.SUPERSEDED_BY_ANOTHER);
            }
            return one.close(by, body, desk.today(), at);
        });
    }

    @Schema(name = "Reopening", description = "Why, on which evidence, and what is met nevertheless.")
    record Reopening(
            @Schema(description = "Keys of elements that are still met.") @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = "E[0-9]{1,3}") String> stillMet,

            @Schema(description = "Ids of evidence of this recommendation.") @NotNull @Size(max = 50) List<@NotNull UUID> evidence,

            @NotBlank @Size(max = 4000) String reason) {

        List<String> met() {
            return stillMet == null ? List.of() : stillMet;
        }
    }

    @POST
    @Path("/{id}/reopen")
    @Write
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "reopenRecommendation",
            summary = "Go back on a verdict",
            description =
                    "By the issuing body, with evidence and a reason. What was implemented is flagged REGRESSED, what was closed REOPENED.")
    public RestResponse<RecommendationView> reopen(@PathParam("id") UUID id, @NotNull @Valid Reopening body) {
        return change(id, REOPEN, (one, by, at) -> {
            recommendations.requireEvidence(id, body.evidence());
            return one.reopen(by, body.met(), body.evidence(), body.reason(), desk.today(), at);
        });
    }

    @POST
    @Path("/{id}/dismiss-regression")
    @Write
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "dismissRegression",
            summary = "Dismiss a proposed regression",
            description =
                    "By the issuing body, with a reason. To follow it, reopen the recommendation on evidence of kind MEASURE.")
    public RestResponse<RecommendationView> dismissRegression(
            @PathParam("id") UUID id, @NotNull @Valid ClaimResource.Reason body) {
        return change(id, DISMISS_REGRESSION, (one, by, at) -> one.dismissRegression(by, body.reason(), at));
    }

    @Schema(name = "Retest", description = "Whether the verdict still holds.")
    record Retest(
            @NotNull Boolean sustained,
            @Nullable @Size(max = 4000) String comment) {}

    @POST
    @Path("/{id}/record-retest")
    @Write
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "recordRetest",
            summary = "Record a re-test",
            description =
                    "6, 12 and 24 months after the verdict, where no control measures it. One that is not sustained changes no status: reopen it.")
    public RestResponse<RecommendationView> recordRetest(@PathParam("id") UUID id, @NotNull @Valid Retest body) {
        return change(
                id, RECORD_RETEST, (one, by, at) -> one.retest(by, body.sustained(), body.comment(), desk.today(), at));
    }

    @POST
    @Path("/{id}/addenda")
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "addRecommendationAddendum",
            summary = "Add an addendum",
            description = "An erratum, or something new; the text stays as issued.")
    @APIResponse(responseCode = "200", description = "The recommendation, with one addendum more.")
    public RestResponse<RecommendationView> addendum(@PathParam("id") UUID id, @NotNull @Valid NewAddendum body) {
        return change(id, ADD_ADDENDUM, (one, by, at) -> one.add(by, body.text(), at));
    }

    @Schema(name = "NewRecommendationLink", description = "Which, and how they belong together.")
    record NewLink(@NotNull Link.Type type, @NotNull UUID recommendation) {}

    @POST
    @Path("/{id}/links")
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "linkRecommendation",
            summary = "Link it to another",
            description = "REPEATS a finding of before, SUPERSEDES, or DEPENDS_ON.")
    @APIResponse(responseCode = "200", description = "The recommendation, with one link more.")
    public RestResponse<RecommendationView> link(@PathParam("id") UUID id, @NotNull @Valid NewLink body) {
        return change(id, LINK, (one, by, at) -> {
            var other = recommendations.other(body.recommendation(), by, RecommendationRule.LINK_TO_ANOTHER);
            return one.link(by, body.type(), other, at);
        });
    }

    @Schema(name = "NewRecommendationLesson", description = "What was learned.")
    record NewLesson(@NotBlank @Size(max = 4000) String text) {}

    @POST
    @Path("/{id}/lessons")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "recordRecommendationLesson",
            summary = "Record what was learned",
            description = "When it is implemented.")
    @APIResponse(responseCode = "200", description = "The recommendation, with one lesson more.")
    public RestResponse<RecommendationView> lesson(@PathParam("id") UUID id, @NotNull @Valid NewLesson body) {
        return change(id, RECORD_LESSON, (one, by, at) -> one.learn(by, body.text(), at));
    }

    private RestResponse<RecommendationView> change(
            UUID id, RecommendationAction action, RecommendationDesk.Verb verb) {
        return desk.change(id, preconditions.seen(), action, verb);
    }
}
