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
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** Assessments; they are given and scored at the initiative: {@link ScoringResource}. */
@Path("/v1/assessments")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Assessments", description = "What assessors make of an initiative.")
class AssessmentResource {
    private final Assessments assessments;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    AssessmentResource(
            Assessments assessments,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.assessments = assessments;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Roles.ASSESSOR)
    @Operation(operationId = "editAssessment", summary = "Change your marks", description = "Until the score is taken.")
    public RestResponse<AssessmentView> edit(@PathParam("id") UUID id, @NotNull MergePatch<AssessmentText> patch) {
        return answer(assessments.edit(id, caller.get(), preconditions.seen(), patch::appliedTo, clock.instant()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listAssessments",
            summary = "List assessments",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<AssessmentView> list(
            @Parameter(description = "Only of this initiative.") @QueryParam("initiative") @Nullable UUID initiative,
            @Parameter(description = "Only by this assessor.") @QueryParam("assessor") @Size(max = 255) @Nullable String assessor,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") AssessmentOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Assessment.class)
                .visibleTo(by)
                .where("r.initiative_id = :initiative", "initiative", initiative)
                .where("r.assessor = :assessor", "assessor", assessor)
                .orderedBy(sort)
                .answer(paging, AssessmentView.class, assessment -> AssessmentView.of(assessment, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getAssessment",
            summary = "Read an assessment",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<AssessmentView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var assessment = assessments.get(id, caller.get());
        return asOf == null ? answer(assessment) : past.asOf(asOf, assessment, AssessmentView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "assessmentHistory",
            summary = "An assessment's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(assessments.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyAssessment",
            summary = "Verify an assessment's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(assessments.get(id, caller.get()));
    }

    private RestResponse<AssessmentView> answer(Assessment assessment) {
        var by = caller.get();
        return Answer.of(assessment, by, AssessmentView.of(assessment, by));
    }
}
