package city.c3po.portfolio.baseline;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Pages;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The baselines of a project. */
@Path("/v1/projects/{id}/baselines")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Baselines", description = "What was approved, and how far the project is from it.")
class BaselineResource {
    private final Baselines baselines;
    private final BaselineItems items;
    private final Variances variances;
    private final Projects projects;
    private final Listings listings;
    private final Pages pages;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    BaselineResource(
            Baselines baselines,
            BaselineItems items,
            Variances variances,
            Projects projects,
            Listings listings,
            Pages pages,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.baselines = baselines;
        this.items = items;
        this.variances = variances;
        this.projects = projects;
        this.listings = listings;
        this.pages = pages;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "BaselineComment", description = "What is said with it.")
    record Said(@NotBlank @Size(max = 2000) String comment) {}

    @POST
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "draftBaseline",
            summary = "Draft a baseline",
            description = "A copy of the schedule, its dates and budgets, as they are now. By the PPM or the portfolio"
                    + " office.")
    @APIResponse(responseCode = "201", description = "The baseline, as a draft.")
    public RestResponse<BaselineView> draft(@PathParam("id") UUID id) {
        return answer(baselines.draft(id, caller.get(), clock.instant()));
    }

    @POST
    @Path("/{baseline}/refresh")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "refreshBaseline",
            summary = "Take the schedule anew",
            description = "Into a draft; nothing changes when the schedule is the same.")
    public RestResponse<BaselineView> refresh(@PathParam("id") UUID id, @PathParam("baseline") UUID baseline) {
        return answer(baselines.refresh(id, baseline, caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/{baseline}/submit")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(operationId = "submitBaseline", summary = "Submit a baseline", description = "It awaits its approval.")
    public RestResponse<BaselineView> submit(
            @PathParam("id") UUID id, @PathParam("baseline") UUID baseline, @NotNull @Valid Said body) {
        var by = caller.get();
        return answer(baselines.change(
                id,
                baseline,
                by,
                preconditions.seen(),
                BaselineAction.SUBMIT,
                known -> known.submit(by, body.comment(), clock.instant())));
    }

    @POST
    @Path("/{baseline}/return")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "returnBaseline",
            summary = "Return a baseline",
            description =
                    "To draft, with what must be different. By the sponsor or a portfolio manager who wrote none of"
                            + " it.")
    public RestResponse<BaselineView> returnToDraft(
            @PathParam("id") UUID id, @PathParam("baseline") UUID baseline, @NotNull @Valid Said body) {
        var by = caller.get();
        return answer(baselines.change(
                id,
                baseline,
                by,
                preconditions.seen(),
                BaselineAction.RETURN,
                known -> known.returnToDraft(by, body.comment(), clock.instant())));
    }

    @POST
    @Path("/{baseline}/approve")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "approveBaseline",
            summary = "Approve a baseline",
            description =
                    "By the sponsor or a portfolio manager who wrote none of it. The first is Baseline 0; a later one"
                            + " carries out the approved change requests and may differ by what they allow.")
    public RestResponse<BaselineView> approve(@PathParam("id") UUID id, @PathParam("baseline") UUID baseline) {
        return answer(baselines.approve(id, baseline, caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listBaselines",
            summary = "List the baselines of a project",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    public Page<BaselineView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable BaselineState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") BaselineOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        projects.get(id, by);
        return listings.of(Baseline.class)
                .visibleTo(by)
                .where("r.project = :project", "project", id)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, BaselineView.class, baseline -> BaselineView.of(baseline, by));
    }

    @GET
    @Path("/variance")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getBaselineVariance",
            summary = "How far the schedule is from what was approved",
            description = "Against the baseline in force and against Baseline 0, with the number of rebaselines.")
    public Variance variance(@PathParam("id") UUID id) {
        return variances.of(id, caller.get());
    }

    @GET
    @Path("/{baseline}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getBaseline",
            summary = "Read a baseline",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<BaselineView> get(
            @PathParam("id") UUID id,
            @PathParam("baseline") UUID baseline,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var known = baselines.of(id, baseline, caller.get());
        return asOf == null ? answer(known) : past.asOf(asOf, known, BaselineView.class);
    }

    @GET
    @Path("/{baseline}/items")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listBaselineItems",
            summary = "List what a baseline says of each activity",
            description = "In the order of the schedule it was taken from.")
    public Page<BaselineItems.Placed> items(
            @PathParam("id") UUID id, @PathParam("baseline") UUID baseline, @BeanParam @Valid Paging paging) {
        baselines.of(id, baseline, caller.get());
        var after =
                pages.after(paging).map(last -> Integer.valueOf(last.sortKey())).orElse(0);
        var found = items.some(baseline, after, paging.limit() + 1);
        return pages.page(found, paging, row -> new Pages.Place("" + row.ordinal(), "" + row.ordinal()), null);
    }

    @GET
    @Path("/{baseline}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "baselineHistory",
            summary = "A baseline's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("id") UUID id, @PathParam("baseline") UUID baseline, @BeanParam @Valid Paging paging) {
        return past.of(baselines.of(id, baseline, caller.get()), paging);
    }

    @GET
    @Path("/{baseline}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyBaseline",
            summary = "Verify a baseline's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id, @PathParam("baseline") UUID baseline) {
        return past.verified(baselines.of(id, baseline, caller.get()));
    }

    private RestResponse<BaselineView> answer(Baseline baseline) {
        var by = caller.get();
        return Answer.of(baseline, by, BaselineView.of(baseline, by));
    }
}
