package city.c3po.portfolio.cost;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Pages;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Cost entries. */
@Path("/v1/cost-entries")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Costs", description = "What the finance system posts for projects.")
class CostEntryResource {
    private final Posting posting;
    private final CostEntries entries;
    private final Projects projects;
    private final Pages pages;
    private final CurrentActor caller;
    private final InstantSource clock;

    CostEntryResource(
            Posting posting,
            CostEntries entries,
            Projects projects,
            Pages pages,
            CurrentActor caller,
            InstantSource clock) {
        this.posting = posting;
        this.entries = entries;
        this.projects = projects;
        this.pages = pages;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/batch")
    @Write
    @RolesAllowed(Roles.FEEDER)
    @Operation(
            operationId = "postCostEntries",
            summary = "Post cost entries",
            description = "Up to 1,000 at once, each known by its source and native key. Posting the same again is no"
                    + " change; the same key with other values is refused, because a correction is a new entry. The answer"
                    + " says what became of each; an atomic batch is posted as a whole or refused with all errors.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each entry.",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = CostOutcomes.class)))
    public RestResponse<CostOutcomes> post(@NotNull @Valid CostBatch body) {
        return RestResponse.ok(posting.post(caller.get(), body, clock.instant()));
    }

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listCostEntries",
            summary = "List the cost entries of a project",
            description = "In the order in which they were recorded.")
    @APIResponse(responseCode = "200", description = "A page of them.")
    @APIResponse(responseCode = "404", description = "No such project, or none that you may see.")
    public Page<CostEntry> list(
            @Parameter(description = "Id of the project.", required = true) @QueryParam("project") @NotNull UUID project,
            @Parameter(description = "Only of this kind.") @QueryParam("kind") @Nullable CostKind kind,
            @BeanParam @Valid Paging paging) {
        projects.get(project, caller.get());
        var after = pages.after(paging).map(last -> UUID.fromString(last.id())).orElse(null);
        var found = entries.some(project, kind, after, paging.limit() + 1);
        return pages.page(
                found,
                paging,
                entry -> new Pages.Place("", entry.id().toString()),
                paging.count() ? entries.count(project, kind) : null);
    }
}
