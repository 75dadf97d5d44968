package city.c3po.portfolio.risk;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
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
import city.c3po.portfolio.issue.IssueText;
import city.c3po.portfolio.project.PartOrder;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/** The risks of a project. */
@Path("/v1/projects/{id}/risks")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Risks", description = "What may happen to a project, and what is done about it.")
class RiskResource {
    private final Risks risks;
    private final RiskScales scales;
    private final Projects projects;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    RiskResource(
            Risks risks,
            RiskScales scales,
            Projects projects,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDay day) {
        this.risks = risks;
        this.scales = scales;
        this.projects = projects;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @Schema(name = "RiskResponseSaid", description = "What is done about a risk, and what is expected of it.")
    record Response(
            RiskResponse.@NotNull Strategy strategy,
            @NotBlank @Size(max = 4000) String plan,

            @Schema(description = "To avoid, reduce or transfer says the rating that is expected of it.")
            @Valid @Nullable Rating residual) {}

    @Schema(name = "RiskReviewSaid", description = "How a risk is rated now, and why.")
    record Review(
            @NotNull @Valid Rating rating,
            @NotBlank @Size(max = 2000) String comment,

            @Schema(description = "The day of the next review; that of its band where it is left out.") @Nullable LocalDate nextReview) {}

    @Schema(name = "RiskClosure", description = "Why it can no longer happen, or no longer matters.")
    record Closure(@NotBlank @Size(max = 2000) String comment) {}

    @POST
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "identifyRisk",
            summary = "Name a risk",
            description =
                    "Cause, event and effect, and its inherent rating. By the project's people, its sponsor or its"
                            + " departments. What it adds in days and money drives the forecast.")
    @APIResponse(responseCode = "201", description = "The risk.")
    public RestResponse<RiskView> identify(@PathParam("id") UUID id, @NotNull @Valid RiskText body) {
        return answer(risks.identify(id, caller.get(), body, clock.instant()));
    }

    @PATCH
    @Path("/{risk}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "editRisk",
            summary = "Edit a risk",
            description =
                    "While it is open. Saying the same again changes nothing; its present rating changes by a review.")
    public RestResponse<RiskView> edit(
            @PathParam("id") UUID id, @PathParam("risk") UUID risk, @NotNull MergePatch<RiskText> patch) {
        return answer(risks.edit(id, risk, caller.get(), preconditions.seen(), patch::appliedTo, clock.instant()));
    }

    @POST
    @Path("/{risk}/respond")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "respondToRisk",
            summary = "Respond to a risk",
            description =
                    "Avoid, reduce, transfer, accept or escalate. What is above the city's appetite is accepted by the"
                            + " sponsor only.")
    public RestResponse<RiskView> respond(
            @PathParam("id") UUID id, @PathParam("risk") UUID risk, @NotNull @Valid Response body) {
        return change(
                id,
                risk,
                RiskAction.RESPOND,
                (known, by, at) ->
                        known.respond(by, body.strategy(), body.plan(), body.residual(), scales.inForce(), at));
    }

    @POST
    @Path("/{risk}/review")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "reviewRisk",
            summary = "Review a risk",
            description = "Says how it is rated now, and when it is looked at again.")
    public RestResponse<RiskView> review(
            @PathParam("id") UUID id, @PathParam("risk") UUID risk, @NotNull @Valid Review body) {
        return change(
                id,
                risk,
                RiskAction.REVIEW,
                (known, by, at) -> known.review(
                        by, body.rating(), body.comment(), body.nextReview(), scales.inForce(), day.of(at), at));
    }

    @POST
    @Path("/{risk}/occur")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "occurRisk",
            summary = "Say that a risk has occurred",
            description = "Raises the issue that it is now; each names the other.")
    public RestResponse<RiskView> occur(
            @PathParam("id") UUID id, @PathParam("risk") UUID risk, @NotNull @Valid IssueText body) {
        return answer(risks.occur(id, risk, caller.get(), preconditions.seen(), body, clock.instant()));
    }

    @POST
    @Path("/{risk}/close")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(operationId = "closeRisk", summary = "Close a risk", description = "For good, with the reason.")
    public RestResponse<RiskView> close(
            @PathParam("id") UUID id, @PathParam("risk") UUID risk, @NotNull @Valid Closure body) {
        return change(id, risk, RiskAction.CLOSE, (known, by, at) -> known.close(by, body.comment(), at));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listRisks",
            summary = "List the risks of a project",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    public Page<RiskView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable RiskState state,
            @Parameter(description = "Only those whose review is overdue.") @QueryParam("overdue") @Nullable Boolean overdue,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") PartOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        var today = day.of(clock.instant());
        projects.get(id, by);
        return listings.of(Risk.class)
                .visibleTo(by)
                .where("r.project = :project", "project", id)
                .where("r.state = :state", "state", state)
                .where("r.next_review < :today", "today", Boolean.TRUE.equals(overdue) ? today : null)
                .orderedBy(sort)
                .answer(paging, RiskView.class, risk -> RiskView.of(risk, by, today));
    }

    @GET
    @Path("/{risk}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getRisk",
            summary = "Read a risk",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<RiskView> get(
            @PathParam("id") UUID id,
            @PathParam("risk") UUID risk,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var known = risks.of(id, risk, caller.get());
        return asOf == null ? answer(known) : past.asOf(asOf, known, RiskView.class);
    }

    @GET
    @Path("/{risk}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "riskHistory",
            summary = "A risk's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("id") UUID id, @PathParam("risk") UUID risk, @BeanParam @Valid Paging paging) {
        return past.of(risks.of(id, risk, caller.get()), paging);
    }

    @GET
    @Path("/{risk}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyRisk",
            summary = "Verify a risk's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id, @PathParam("risk") UUID risk) {
        return past.verified(risks.of(id, risk, caller.get()));
    }

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<RiskEvent> on(Risk risk, Actor by, Instant at);
    }

    private RestResponse<RiskView> change(UUID id, UUID risk, RiskAction action, Verb verb) {
        var by = caller.get();
        return answer(
                risks.change(id, risk, by, preconditions.seen(), action, known -> verb.on(known, by, clock.instant())));
    }

    private RestResponse<RiskView> answer(Risk risk) {
        var by = caller.get();
        var today = day.of(clock.instant());
        return Answer.of(risk.shownOn(today), by, RiskView.of(risk, by, today));
    }
}
