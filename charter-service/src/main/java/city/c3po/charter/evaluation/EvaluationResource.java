package city.c3po.charter.evaluation;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.MergePatch;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Evaluations of consultants. */
@Path("/v1/evaluations")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Evaluations", description = "What the city thinks of its consultants, period by period.")
class EvaluationResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";

    private final Evaluations evaluations;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    EvaluationResource(
            Evaluations evaluations,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.evaluations = evaluations;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<EvaluationEvent> on(Evaluation evaluation, Actor by, Instant at);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "editEvaluation",
            summary = "Edit a draft",
            description = "What was issued no longer changes.")
    public RestResponse<EvaluationView> edit(@PathParam("id") UUID id, @NotNull MergePatch<Findings> patch) {
        var by = caller.get();
        return answer(evaluations.edit(
                id,
                by,
                preconditions.seen(),
                EvaluationAction.EDIT,
                evaluation -> evaluation.edit(by, patch.appliedTo(evaluation.findings()), clock.instant())));
    }

    @POST
    @Path("/{id}/issue")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "issueEvaluation",
            summary = "Issue it to the vendor",
            description = "DRAFT → ISSUED. From now on the vendor sees it, and has 14 days to respond.")
    public RestResponse<EvaluationView> issue(@PathParam("id") UUID id) {
        return change(id, EvaluationAction.ISSUE, Evaluation::issue);
    }

    @Schema(name = "EvaluationResponse", description = "The vendor's word.")
    record Response(
            @NotBlank @Size(max = 8000) String text,

            @Schema(description = "Whether the vendor disputes it: another person reviews it then.") @NotNull Boolean disputed) {}

    @POST
    @Path("/{id}/respond")
    @Write
    @RolesAllowed(Roles.VENDOR)
    @Operation(
            operationId = "respondToEvaluation",
            summary = "Respond as the vendor",
            description = "ISSUED → VENDOR_RESPONSE, within 14 days.")
    public RestResponse<EvaluationView> respond(@PathParam("id") UUID id, @NotNull @Valid Response body) {
        return change(
                id,
                EvaluationAction.RESPOND,
                (evaluation, by, at) -> evaluation.respond(by, body.text(), body.disputed(), at));
    }

    @Schema(name = "EvaluationReview")
    record Review(@Nullable @Size(max = 4000) String comment) {}

    @POST
    @Path("/{id}/review")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "reviewEvaluation",
            summary = "Review it",
            description =
                    "After the vendor responded, or its 14 days are over; by another person than the author where the"
                            + " vendor disputes it.")
    public RestResponse<EvaluationView> review(@PathParam("id") UUID id, @NotNull @Valid Review body) {
        return change(id, EvaluationAction.REVIEW, (evaluation, by, at) -> evaluation.review(by, body.comment(), at));
    }

    @POST
    @Path("/{id}/finalize")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "finalizeEvaluation",
            summary = "Sign it",
            description = "REVIEWED → FINAL, with a login that is five minutes old at most (401"
                    + " insufficient-user-authentication, RFC 9470). The answer holds the receipt, a JWS.")
    public RestResponse<EvaluationView> finish(@PathParam("id") UUID id) {
        return answer(evaluations.finish(id, caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getEvaluation",
            summary = "Read an evaluation",
            description =
                    "As it is, or with asOf as it was recorded at an instant. A vendor sees only its own, and no draft.")
    public RestResponse<EvaluationView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var evaluation = evaluations.get(id, caller.get());
        return asOf == null ? answer(evaluation) : past.asOf(asOf, evaluation, EvaluationView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listEvaluations",
            summary = "List evaluations",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<EvaluationView> list(
            @Parameter(description = "Only of this vendor.") @QueryParam("vendor") @Size(max = 50) @Nullable String vendor,
            @Parameter(description = "Only of the engagement with this id.") @QueryParam("engagement") @Nullable UUID engagement,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable EvaluationState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") EvaluationOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Evaluation.class)
                .visibleTo(by)
                .where("r.vendor = :vendor", "vendor", vendor)
                .where("r.engagement = :engagement", "engagement", engagement)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, EvaluationView.class, evaluation -> EvaluationView.of(evaluation, by));
    }

    @GET
    @Path("/standings/{vendor}")
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY, Roles.AUDITOR, Roles.BOARD_MEMBER, Roles.ASSESSOR})
    @Operation(
            operationId = "vendorStanding",
            summary = "What a vendor's finals come to",
            description =
                    "The mean of its final evaluations, weighted by the engagements' amounts and halved every 24 months;"
                            + " shown from two finals on.")
    public VendorStanding standing(
            @Parameter(description = "City vendor number.", example = "V-1001")
                    @PathParam("vendor")
                    @Pattern(regexp = "V-[A-Z0-9][A-Z0-9-]{0,30}") String vendor) {
        return VendorStanding.of(vendor, evaluations.finals(vendor), clock.instant());
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "evaluationHistory",
            summary = "An evaluation's history",
            description = "Who did what, when; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(evaluations.get(id, caller.get()), paging);
    }

    private RestResponse<EvaluationView> change(UUID id, EvaluationAction action, Verb verb) {
        var by = caller.get();
        return answer(evaluations.change(
                id, by, preconditions.seen(), action, evaluation -> verb.on(evaluation, by, clock.instant())));
    }

    private RestResponse<EvaluationView> answer(Evaluation evaluation) {
        var by = caller.get();
        return Answer.of(evaluation, by, EvaluationView.of(evaluation, by));
    }
}
