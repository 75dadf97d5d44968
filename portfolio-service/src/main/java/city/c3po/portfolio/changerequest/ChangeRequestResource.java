package city.c3po.portfolio.changerequest;

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

/** The change requests of a project. */
@Path("/v1/projects/{id}/change-requests")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Change requests", description = "The only way in which planned values change after Baseline 0.")
class ChangeRequestResource {
    private final ChangeRequests requests;
    private final Projects projects;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    ChangeRequestResource(
            ChangeRequests requests,
            Projects projects,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.requests = requests;
        this.projects = projects;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "ChangeComment", description = "Why it is decided so.")
    record Said(@NotBlank @Size(max = 2000) String comment) {}

    @Schema(name = "ChangeApproval", description = "Why it is approved, and on whose decision.")
    record Approval(
            @NotBlank @Size(max = 2000) String comment,

            @Schema(
                    description = "Number or link of the decision, where the sponsor's authority is not enough.",
                    examples = "DEC-2026-0004")
            @Nullable @Size(min = 1, max = 500) String decision) {}

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<ChangeRequestEvent> on(ChangeRequest request, Actor by, Instant at);
    }

    @POST
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "draftChangeRequest",
            summary = "Ask for a change",
            description = "By the project's people, its sponsor or its departments, once there is a baseline.")
    @APIResponse(responseCode = "201", description = "The change request, as a draft.")
    public RestResponse<ChangeRequestView> draft(@PathParam("id") UUID id, @NotNull @Valid ChangeText body) {
        return answer(requests.draft(id, caller.get(), body, null, clock.instant()));
    }

    @PATCH
    @Path("/{request}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "editChangeRequest",
            summary = "Edit a change request",
            description = "While it is a draft or deferred. Saying the same again changes nothing.")
    public RestResponse<ChangeRequestView> edit(
            @PathParam("id") UUID id, @PathParam("request") UUID request, @NotNull MergePatch<ChangeText> patch) {
        var by = caller.get();
        requests.of(id, request, by);
        return answer(requests.edit(
                request,
                by,
                preconditions.seen(),
                ChangeRequestAction.EDIT,
                known -> known.edit(by, patch.appliedTo(known.text()), clock.instant())));
    }

    @POST
    @Path("/{request}/submit")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "submitChangeRequest",
            summary = "Submit a change request",
            description = "It awaits the assessment of its impact.")
    public RestResponse<ChangeRequestView> submit(@PathParam("id") UUID id, @PathParam("request") UUID request) {
        return change(id, request, ChangeRequestAction.SUBMIT, ChangeRequest::submit);
    }

    @POST
    @Path("/{request}/assess")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "assessChangeRequest",
            summary = "Assess a change request",
            description = "Says what it costs in money and days. By the PPM or the portfolio office.")
    public RestResponse<ChangeRequestView> assess(
            @PathParam("id") UUID id, @PathParam("request") UUID request, @NotNull @Valid Impact body) {
        return change(id, request, ChangeRequestAction.ASSESS, (known, by, at) -> known.assess(by, body, at));
    }

    @POST
    @Path("/{request}/approve")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "approveChangeRequest",
            summary = "Approve a change request",
            description =
                    "By the sponsor, up to a share of Baseline 0 counting all that was approved before; beyond it by"
                            + " a portfolio manager who names the decision that allows it.")
    public RestResponse<ChangeRequestView> approve(
            @PathParam("id") UUID id, @PathParam("request") UUID request, @NotNull @Valid Approval body) {
        return answer(requests.approve(
                id, request, caller.get(), preconditions.seen(), body.comment(), body.decision(), clock.instant()));
    }

    @POST
    @Path("/{request}/reject")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "rejectChangeRequest",
            summary = "Reject a change request",
            description = "For good; what is still wanted is asked for anew.")
    public RestResponse<ChangeRequestView> reject(
            @PathParam("id") UUID id, @PathParam("request") UUID request, @NotNull @Valid Said body) {
        return change(id, request, ChangeRequestAction.REJECT, (known, by, at) -> known.reject(by, body.comment(), at));
    }

    @POST
    @Path("/{request}/defer")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "deferChangeRequest",
            summary = "Defer a change request",
            description = "It may be submitted again.")
    public RestResponse<ChangeRequestView> defer(
            @PathParam("id") UUID id, @PathParam("request") UUID request, @NotNull @Valid Said body) {
        return change(id, request, ChangeRequestAction.DEFER, (known, by, at) -> known.defer(by, body.comment(), at));
    }

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listChangeRequests",
            summary = "List the change requests of a project",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    public Page<ChangeRequestView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable ChangeRequestState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") ChangeRequestOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        projects.get(id, by);
        return listings.of(ChangeRequest.class)
                .visibleTo(by)
                .where("r.project = :project", "project", id)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, ChangeRequestView.class, request -> ChangeRequestView.of(request, by));
    }

    @GET
    @Path("/{request}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getChangeRequest",
            summary = "Read a change request",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<ChangeRequestView> get(
            @PathParam("id") UUID id,
            @PathParam("request") UUID request,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var known = requests.of(id, request, caller.get());
        return asOf == null ? answer(known) : past.asOf(asOf, known, ChangeRequestView.class);
    }

    @GET
    @Path("/{request}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "changeRequestHistory",
            summary = "A change request's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(
            @PathParam("id") UUID id, @PathParam("request") UUID request, @BeanParam @Valid Paging paging) {
        return past.of(requests.of(id, request, caller.get()), paging);
    }

    @GET
    @Path("/{request}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyChangeRequest",
            summary = "Verify a change request's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id, @PathParam("request") UUID request) {
        return past.verified(requests.of(id, request, caller.get()));
    }

    private RestResponse<ChangeRequestView> change(UUID id, UUID request, ChangeRequestAction action, Verb verb) {
        var by = caller.get();
        return answer(requests.change(
                id, request, by, preconditions.seen(), action, known -> verb.on(known, by, clock.instant())));
    }

    private RestResponse<ChangeRequestView> answer(ChangeRequest request) {
        var by = caller.get();
        return Answer.of(request, by, ChangeRequestView.of(request, by));
    }
}
