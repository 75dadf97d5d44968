package city.c3po.portfolio.issue;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The issues of a project. */
@Path("/v1/projects/{id}/issues")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Issues", description = "What has gone wrong, what is done about it and what was decided.")
class IssueResource {
    private final Issues issues;
    private final Projects projects;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    IssueResource(
            Issues issues,
            Projects projects,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.issues = issues;
        this.projects = projects;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @POST
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "raiseIssue",
            summary = "Raise an issue",
            description = "By the project's people, its sponsor or its departments. A risk that occurs raises its own.")
    @APIResponse(responseCode = "201", description = "The issue.")
    public RestResponse<IssueView> raise(@PathParam("id") UUID id, @NotNull @Valid IssueText body) {
        return answer(issues.raise(id, caller.get(), body, null, clock.instant()));
    }

    @PATCH
    @Path("/{issue}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "editIssue",
            summary = "Edit an issue",
            description = "While it is open. Saying the same again changes nothing.")
    public RestResponse<IssueView> edit(
            @PathParam("id") UUID id, @PathParam("issue") UUID issue, @NotNull MergePatch<IssueText> patch) {
        return answer(issues.edit(id, issue, caller.get(), preconditions.seen(), patch::appliedTo, clock.instant()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listIssues",
            summary = "List the issues of a project",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    public Page<IssueView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable IssueState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") PartOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        projects.get(id, by);
        return listings.of(Issue.class)
                .visibleTo(by)
                .where("r.project = :project", "project", id)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, IssueView.class, issue -> IssueView.of(issue, by));
    }

    @GET
    @Path("/{issue}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getIssue",
            summary = "Read an issue",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<IssueView> get(
            @PathParam("id") UUID id,
            @PathParam("issue") UUID issue,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var known = issues.of(id, issue, caller.get());
        return asOf == null ? answer(known) : past.asOf(asOf, known, IssueView.class);
    }

    @GET
    @Path("/{issue}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "issueHistory",
            summary = "An issue's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("id") UUID id, @PathParam("issue") UUID issue, @BeanParam @Valid Paging paging) {
        return past.of(issues.of(id, issue, caller.get()), paging);
    }

    @GET
    @Path("/{issue}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyIssue",
            summary = "Verify an issue's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id, @PathParam("issue") UUID issue) {
        return past.verified(issues.of(id, issue, caller.get()));
    }

    private RestResponse<IssueView> answer(Issue issue) {
        var by = caller.get();
        return Answer.of(issue, by, IssueView.of(issue, by));
    }
}
