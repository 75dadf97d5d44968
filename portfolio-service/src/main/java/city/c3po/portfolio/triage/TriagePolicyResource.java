package city.c3po.portfolio.triage;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Triage policies and their verbs. */
@Path("/v1/triage-policies")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(
        name = "Triage policies",
        description = "The versions of the rule that decides whether the portfolio office is in the mix.")
class TriagePolicyResource {
    private final TriagePolicies policies;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    TriagePolicyResource(
            TriagePolicies policies,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDay day) {
        this.policies = policies;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @Schema(name = "TriagePolicyReturn", description = "Why it is returned, for its authors to read.")
    record Return(@NotBlank @Size(max = 2000) String comment) {}

    @POST
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "draftTriagePolicy",
            summary = "Draft a triage policy",
            description =
                    "A new version, with its lines and the day from which it shall apply. Propose it when it is ready.")
    public RestResponse<TriagePolicyView> draft(@NotNull @Valid TriagePolicyText body) {
        var by = caller.get();
        var at = clock.instant();
        return answer(policies.add(new TriagePolicy(body, day.of(at).getYear()), by, policy -> policy.draft(by, at)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "editTriagePolicy",
            summary = "Edit a draft policy",
            description = "Whoever edits it becomes one of its authors, and no author adopts it.")
    public RestResponse<TriagePolicyView> edit(@PathParam("id") UUID id, @NotNull MergePatch<TriagePolicyText> patch) {
        var by = caller.get();
        return answer(policies.edit(
                id,
                by,
                preconditions.seen(),
                TriagePolicyAction.EDIT,
                policy -> policy.edit(by, patch.appliedTo(policy.text()), clock.instant())));
    }

    @POST
    @Path("/{id}/propose")
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "proposeTriagePolicy",
            summary = "Propose a policy",
            description = "It awaits a second policy admin, and is not edited any more.")
    public RestResponse<TriagePolicyView> propose(@PathParam("id") UUID id) {
        var by = caller.get();
        return answer(policies.change(
                id,
                by,
                preconditions.seen(),
                TriagePolicyAction.PROPOSE,
                policy -> policy.propose(by, clock.instant())));
    }

    @POST
    @Path("/{id}/return")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "returnTriagePolicy",
            summary = "Return a policy to its authors",
            description = "It is a draft again, with the comment.")
    public RestResponse<TriagePolicyView> giveBack(@PathParam("id") UUID id, @NotNull @Valid Return body) {
        var by = caller.get();
        return answer(policies.change(
                id,
                by,
                preconditions.seen(),
                TriagePolicyAction.RETURN,
                policy -> policy.giveBack(by, body.comment(), clock.instant())));
    }

    @POST
    @Path("/{id}/adopt")
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "adoptTriagePolicy",
            summary = "Adopt a policy",
            description =
                    "By a policy admin who wrote none of it. It applies from its day on, which has not passed yet and"
                            + " is later than that of the one adopted before; that one is superseded.")
    public RestResponse<TriagePolicyView> adopt(@PathParam("id") UUID id) {
        var at = clock.instant();
        return answer(policies.adopt(id, caller.get(), preconditions.seen(), day.of(at), at));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getTriagePolicy",
            summary = "Read a triage policy",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<TriagePolicyView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var policy = policies.get(id, caller.get());
        return asOf == null ? answer(policy) : past.asOf(asOf, policy, TriagePolicyView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listTriagePolicies",
            summary = "List triage policies",
            description = "All versions, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<TriagePolicyView> list(
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable TriagePolicyState state,
            @Parameter(description = "Only the version that applies on this day.") @QueryParam("inForceOn") @Nullable LocalDate inForceOn,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("LATEST") TriagePolicyOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(TriagePolicy.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .where(
                        "r.state in ('ADOPTED', 'SUPERSEDED') and r.effective_from <= :day"
                                + " and (r.effective_until is null or r.effective_until >= :day)",
                        "day",
                        inForceOn)
                .orderedBy(sort)
                .answer(paging, TriagePolicyView.class, policy -> TriagePolicyView.of(policy, by));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "triagePolicyHistory",
            summary = "A triage policy's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(policies.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyTriagePolicy",
            summary = "Verify a triage policy's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(policies.get(id, caller.get()));
    }

    private RestResponse<TriagePolicyView> answer(TriagePolicy policy) {
        var by = caller.get();
        return Answer.of(policy, by, TriagePolicyView.of(policy, by));
    }
}
