package city.c3po.portfolio.policy;

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
import city.c3po.portfolio.reference.Codes;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The policy register. */
@Path("/v1/policies")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Policies", description = "The register of the city's policies, their editions and acknowledgements.")
class PolicyResource {
    private final PolicyRegister policies;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    PolicyResource(
            PolicyRegister policies,
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

    @Schema(name = "PolicyAdoption")
    record Adoption(
            @Schema(description = "Codes of the departments that acknowledge it.") @NotNull @Size(min = 1, max = 100) List<@NotNull @Pattern(regexp = Codes.DEPARTMENT) String> departments,

            @Schema(description = "The day by which they do.") @NotNull LocalDate acknowledgeBy) {}

    @Schema(name = "AcknowledgementSaid")
    record AcknowledgementSaid(
            @Schema(description = "Code of your department.") @NotNull @Pattern(regexp = Codes.DEPARTMENT) String department) {}

    @POST
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "draftPolicy",
            summary = "Draft an edition of a policy",
            description = "Of a new policy, or the next one of a known code.")
    public RestResponse<PolicyView> draft(@NotNull @Valid PolicyText body) {
        var by = caller.get();
        var at = clock.instant();
        return answer(policies.add(new Policy(body, day.of(at).getYear(), at), by, policy -> policy.draft(by, at)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "editPolicy",
            summary = "Edit a draft policy",
            description = "Whoever edits it becomes one of its authors, and no author adopts it.")
    public RestResponse<PolicyView> edit(@PathParam("id") UUID id, @NotNull MergePatch<PolicyText> patch) {
        var by = caller.get();
        return answer(policies.edit(
                id,
                by,
                preconditions.seen(),
                PolicyAction.EDIT,
                policy -> policy.edit(by, patch.appliedTo(policy.text()), clock.instant())));
    }

    @POST
    @Path("/{id}/adopt")
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "adoptPolicy",
            summary = "Adopt a policy",
            description =
                    "By another policy admin than wrote it. It is in force from today; the edition before is superseded.")
    public RestResponse<PolicyView> adopt(@PathParam("id") UUID id, @NotNull @Valid Adoption body) {
        return answer(policies.adopt(
                id, body.departments(), body.acknowledgeBy(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/{id}/acknowledge")
    @Write
    @RolesAllowed({Roles.SIGNATORY, Roles.SUBMITTER})
    @Operation(
            operationId = "acknowledgePolicy",
            summary = "Acknowledge a policy",
            description = "For a department that your token speaks for; late is late, but counts.")
    public RestResponse<PolicyView> acknowledge(@PathParam("id") UUID id, @NotNull @Valid AcknowledgementSaid body) {
        return answer(policies.acknowledge(id, body.department(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listPolicies",
            summary = "List policies",
            description = "All editions, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<PolicyView> list(
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable PolicyState state,
            @Parameter(description = "Only of this code.") @QueryParam("code") @Size(max = 40) @Nullable String code,
            @Parameter(description = "Only about this area.") @QueryParam("area") @Nullable PolicyArea area,
            @Parameter(description = "Only those that this department has not acknowledged and whose day has passed.")
                    @QueryParam("overdueFor")
                    @Size(max = 50) @Nullable String overdueFor,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") PolicyOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        var listing = listings.of(Policy.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .where("r.code = :code", "code", code)
                .where("jsonb_exists(r.text -> 'areas', :area)", "area", area);
        if (overdueFor != null) {
            // a date is no text of the caller's
            listing = listing.where(
                    "r.state = 'ADOPTED' and exists (select 1 from jsonb_array_elements(r.acknowledgements) a"
                            + " where a ->> 'department' = :overdueFor and a ->> 'by' is null"
                            + " and cast(a ->> 'due' as date) < date '" + day.of(clock.instant()) + "')",
                    "overdueFor",
                    overdueFor);
        }
        return listing.orderedBy(sort).answer(paging, PolicyView.class, policy -> PolicyView.of(policy, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getPolicy",
            summary = "Read a policy",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<PolicyView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var policy = policies.get(id, caller.get());
        return asOf == null ? answer(policy) : past.asOf(asOf, policy, PolicyView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "policyHistory",
            summary = "A policy's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(policies.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyPolicy",
            summary = "Verify a policy's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(policies.get(id, caller.get()));
    }

    private RestResponse<PolicyView> answer(Policy policy) {
        var by = caller.get();
        return Answer.of(policy, by, PolicyView.of(policy, by));
    }
}
