package city.c3po.portfolio.benefit;

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
import city.c3po.portfolio.project.PartOrder;
import city.c3po.portfolio.project.Projects;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The benefits of a project. */
@Path("/v1/projects/{id}/benefits")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Benefits", description = "What projects are for, and what has come of it.")
class BenefitResource {
    private final Benefits benefits;
    private final Projects projects;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    BenefitResource(
            Benefits benefits,
            Projects projects,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.benefits = benefits;
        this.projects = projects;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "BenefitClosure", description = "What came of it in the end.")
    record Closure(@NotBlank @Size(max = 2000) String comment) {}

    @POST
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "promiseBenefit",
            summary = "Promise a benefit",
            description =
                    "Measure, baseline, target, owner, and what a unit is worth. By the PPM or the portfolio office.")
    @APIResponse(responseCode = "201", description = "The benefit.")
    public RestResponse<BenefitView> promise(@PathParam("id") UUID id, @NotNull @Valid BenefitText body) {
        return answer(benefits.promise(id, caller.get(), body, clock.instant()));
    }

    @PATCH
    @Path("/{benefit}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "editBenefit",
            summary = "Edit a benefit",
            description = "Once there are readings, measure, baseline and worth stay as they are. Saying the same again"
                    + " changes nothing.")
    public RestResponse<BenefitView> edit(
            @PathParam("id") UUID id, @PathParam("benefit") UUID benefit, @NotNull MergePatch<BenefitText> patch) {
        var by = caller.get();
        benefits.of(id, benefit, by);
        return answer(benefits.edit(
                benefit,
                by,
                preconditions.seen(),
                BenefitAction.EDIT,
                known -> known.edit(by, patch.appliedTo(known.text()), clock.instant())));
    }

    @POST
    @Path("/{benefit}/read-off")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "readOffBenefit",
            summary = "Read a benefit off",
            description =
                    "What was measured on a day after the last reading. By its owner, the PPM or the portfolio office,"
                            + " also after the project is closed. 10 % or more off the even way to the target, the"
                            + " project owes a special report.")
    public RestResponse<BenefitView> readOff(
            @PathParam("id") UUID id, @PathParam("benefit") UUID benefit, @NotNull @Valid ReadingSaid body) {
        return answer(benefits.readOff(id, benefit, caller.get(), preconditions.seen(), body, clock.instant()));
    }

    @POST
    @Path("/{benefit}/close")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "closeBenefit",
            summary = "Close a benefit",
            description = "Once gate G6 of its project is open.")
    public RestResponse<BenefitView> close(
            @PathParam("id") UUID id, @PathParam("benefit") UUID benefit, @NotNull @Valid Closure body) {
        return change(id, benefit, BenefitAction.CLOSE, (known, by, at) -> known.close(by, body.comment(), at));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listBenefits",
            summary = "List the benefits of a project",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    public Page<BenefitView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable BenefitState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") PartOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        projects.get(id, by);
        return listings.of(Benefit.class)
                .visibleTo(by)
                .where("r.project = :project", "project", id)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, BenefitView.class, benefit -> BenefitView.of(benefit, by));
    }

    @GET
    @Path("/{benefit}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getBenefit",
            summary = "Read a benefit",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<BenefitView> get(
            @PathParam("id") UUID id,
            @PathParam("benefit") UUID benefit,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var known = benefits.of(id, benefit, caller.get());
        return asOf == null ? answer(known) : past.asOf(asOf, known, BenefitView.class);
    }

    @GET
    @Path("/{benefit}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "benefitHistory",
            summary = "A benefit's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("id") UUID id, @PathParam("benefit") UUID benefit, @BeanParam @Valid Paging paging) {
        return past.of(benefits.of(id, benefit, caller.get()), paging);
    }

    @GET
    @Path("/{benefit}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyBenefit",
            summary = "Verify a benefit's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id, @PathParam("benefit") UUID benefit) {
        return past.verified(benefits.of(id, benefit, caller.get()));
    }

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<BenefitEvent> on(Benefit benefit, Actor by, Instant at);
    }

    private RestResponse<BenefitView> change(UUID id, UUID benefit, BenefitAction action, Verb verb) {
        var by = caller.get();
        return answer(benefits.change(
                id, benefit, by, preconditions.seen(), action, known -> verb.on(known, by, clock.instant())));
    }

    private RestResponse<BenefitView> answer(Benefit benefit) {
        var by = caller.get();
        return Answer.of(benefit, by, BenefitView.of(benefit, by));
    }
}
