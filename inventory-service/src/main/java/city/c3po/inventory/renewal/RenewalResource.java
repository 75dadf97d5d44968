package city.c3po.inventory.renewal;

import city.c3po.inventory.reference.Readers;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Renewals. */
@Path("/v1/renewals")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Renewals", description = "What ends, until when somebody decides about it, and what was decided.")
class RenewalResource {
    private final Renewals renewals;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    RenewalResource(
            Renewals renewals,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.renewals = renewals;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "RenewalDecisionRequest", description = "What shall become of it, and why.")
    record Decided(
            @NotNull Decision decision,
            @NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Path("/{id}/decide")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "decideRenewal",
            summary = "Decide about a renewal",
            description =
                    "RENEW, RENEGOTIATE, REPLACE or CANCEL, by the portfolio office or the entitlement's owner, until notice is due;"
                            + " a later decision replaces an earlier one. The new term is said by renewing the entitlement.")
    public RestResponse<RenewalView> decide(@PathParam("id") UUID id, @NotNull @Valid Decided body) {
        return answer(renewals.decide(
                id, body.decision(), body.reason(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getRenewal",
            summary = "Read a renewal",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<RenewalView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var one = renewals.get(id, caller.get());
        return asOf == null ? answer(one) : past.asOf(asOf, one, RenewalView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listRenewals",
            summary = "List renewals",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<RenewalView> list(
            @Parameter(description = "Only in this state; AUTO_RENEWED ones are incidents.")
                    @QueryParam("state")
                    @Nullable RenewalState state,
            @Parameter(description = "Only of this entitlement.") @QueryParam("entitlement") @Nullable UUID entitlement,
            @Parameter(description = "Only of this department.", example = "DEP-LIB")
                    @QueryParam("department")
                    @Size(max = 50) @Nullable String department,
            @Parameter(description = "Only those to be decided until this day.") @QueryParam("decideUntil") @Nullable LocalDate decideUntil,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("DEADLINE") RenewalOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Renewal.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .where("r.entitlement = :entitlement", "entitlement", entitlement)
                .where("r.entitled ->> 'department' = :department", "department", department)
                .where("r.decision_deadline <= :until", "until", decideUntil)
                .orderedBy(sort)
                .answer(paging, RenewalView.class, one -> RenewalView.of(one, by));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "renewalHistory",
            summary = "A renewal's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(renewals.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyRenewal",
            summary = "Verify a renewal's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(renewals.get(id, caller.get()));
    }

    private RestResponse<RenewalView> answer(Renewal one) {
        var by = caller.get();
        return Answer.of(one, by, RenewalView.of(one, by));
    }
}
