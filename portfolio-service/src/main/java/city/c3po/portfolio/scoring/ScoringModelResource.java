package city.c3po.portfolio.scoring;

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
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Scoring models and their verbs. */
@Path("/v1/scoring-models")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Scoring models", description = "By which questions, weights and anchors initiatives are marked.")
class ScoringModelResource {
    private final ScoringModels models;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    ScoringModelResource(
            ScoringModels models,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDay day) {
        this.models = models;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @POST
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.POLICY_ADMIN})
    @Operation(
            operationId = "draftScoringModel",
            summary = "Draft a scoring model",
            description = "Criteria with weights that add up to 100, and anchors for 0 to 5.")
    public RestResponse<ScoringModelView> draft(@NotNull @Valid ModelText body) {
        var by = caller.get();
        var at = clock.instant();
        return answer(models.add(new ScoringModel(body, day.of(at).getYear(), at), by, model -> model.draft(by, at)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.POLICY_ADMIN})
    @Operation(
            operationId = "editScoringModel",
            summary = "Edit a draft scoring model",
            description = "Whoever edits it becomes one of its authors, and no author adopts it.")
    public RestResponse<ScoringModelView> edit(@PathParam("id") UUID id, @NotNull MergePatch<ModelText> patch) {
        var by = caller.get();
        return answer(models.edit(
                id,
                by,
                preconditions.seen(),
                ModelAction.EDIT,
                model -> model.edit(by, patch.appliedTo(model.text()), clock.instant())));
    }

    @POST
    @Path("/{id}/adopt")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.POLICY_ADMIN})
    @Operation(
            operationId = "adoptScoringModel",
            summary = "Adopt a scoring model",
            description = "By a second person. It is marked by from now on; the one before is superseded.")
    public RestResponse<ScoringModelView> adopt(@PathParam("id") UUID id) {
        return answer(models.adopt(id, caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listScoringModels",
            summary = "List scoring models",
            description = "All versions, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<ScoringModelView> list(
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable ModelState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") ScoringModelOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(ScoringModel.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, ScoringModelView.class, model -> ScoringModelView.of(model, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getScoringModel",
            summary = "Read a scoring model",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<ScoringModelView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var scoringModel = models.get(id, caller.get());
        return asOf == null ? answer(scoringModel) : past.asOf(asOf, scoringModel, ScoringModelView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "scoringModelHistory",
            summary = "A scoring model's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(models.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyScoringModel",
            summary = "Verify a scoring model's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(models.get(id, caller.get()));
    }

    private RestResponse<ScoringModelView> answer(ScoringModel scoringModel) {
        var by = caller.get();
        return Answer.of(scoringModel, by, ScoringModelView.of(scoringModel, by));
    }
}
