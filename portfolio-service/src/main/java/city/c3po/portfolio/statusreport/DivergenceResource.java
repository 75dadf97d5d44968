package city.c3po.portfolio.statusreport;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The register of divergences. */
@Path("/v1/projects/{id}/divergences")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Status reports", description = "How projects stand at the end of each period, and what follows from it.")
class DivergenceResource {
    private final Divergences divergences;
    private final Projects projects;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    DivergenceResource(
            Divergences divergences,
            Projects projects,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.divergences = divergences;
        this.projects = projects;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "DivergenceExplanation", description = "Why the reported colour is right, or what will change.")
    record Said(@NotBlank @Size(max = 2000) String comment) {}

    @POST
    @Path("/{divergence}/explain")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "explainDivergence",
            summary = "Find a divergence explained",
            description = "By the sponsor or a portfolio manager who did not report it.")
    public RestResponse<DivergenceView> explain(
            @PathParam("id") UUID id, @PathParam("divergence") UUID divergence, @NotNull @Valid Said body) {
        var by = caller.get();
        return answer(divergences.change(
                id,
                divergence,
                by,
                preconditions.seen(),
                DivergenceAction.EXPLAIN,
                known -> known.explain(by, body.comment(), clock.instant())));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listDivergences",
            summary = "List the divergences of a project",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    public Page<DivergenceView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable DivergenceState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") PartOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        projects.get(id, by);
        return listings.of(Divergence.class)
                .visibleTo(by)
                .where("r.project = :project", "project", id)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, DivergenceView.class, divergence -> DivergenceView.of(divergence, by));
    }

    @GET
    @Path("/{divergence}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getDivergence",
            summary = "Read a divergence",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<DivergenceView> get(
            @PathParam("id") UUID id,
            @PathParam("divergence") UUID divergence,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var known = divergences.of(id, divergence, caller.get());
        return asOf == null ? answer(known) : past.asOf(asOf, known, DivergenceView.class);
    }

    @GET
    @Path("/{divergence}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "divergenceHistory",
            summary = "A divergence's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("id") UUID id, @PathParam("divergence") UUID divergence, @BeanParam @Valid Paging paging) {
        return past.of(divergences.of(id, divergence, caller.get()), paging);
    }

    @GET
    @Path("/{divergence}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyDivergence",
            summary = "Verify a divergence's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id, @PathParam("divergence") UUID divergence) {
        return past.verified(divergences.of(id, divergence, caller.get()));
    }

    private RestResponse<DivergenceView> answer(Divergence divergence) {
        var by = caller.get();
        return Answer.of(divergence, by, DivergenceView.of(divergence, by));
    }
}
