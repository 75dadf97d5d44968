package city.c3po.charter.signing;

import city.c3po.charter.charter.Purpose;
import city.c3po.charter.charter.Sub;
import city.c3po.charter.project.CityDays;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.value.Money;
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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Delegations. */
@Path("/v1/delegations")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Delegations", description = "Who signs for whom, named in writing and before.")
class DelegationResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";

    private final Delegations delegations;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDays days;

    DelegationResource(
            Delegations delegations,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDays days) {
        this.delegations = delegations;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.days = days;
    }

    @Schema(name = "NewDelegation", description = "Whom you name to sign for you.")
    record NewDelegation(
            @Schema(description = "Subject of the person.") @NotNull @Pattern(regexp = Sub.PATTERN) String delegate,

            @Schema(description = "The first day; today or later.") @NotNull LocalDate from,

            @Schema(description = "The last day; at most 90 days after the first.") @NotNull LocalDate until,

            @NotEmpty @Size(max = 6) Set<@NotNull Purpose> purposes,

            @Schema(description = "The delegate signs no charter with a larger budget.") @Nullable @Valid Money limit) {}

    @POST
    @Write
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            operationId = "giveDelegation",
            summary = "Name a delegate",
            description = "For your own seats only. Not to somebody who holds a seat beside you, and not onward.")
    public RestResponse<DelegationView> give(@NotNull @Valid NewDelegation body) {
        var by = caller.get();
        var at = clock.instant();
        var fresh = new Delegation(by, body.delegate(), body.from(), body.until(), body.purposes(), body.limit(), at);
        return answer(delegations.give(fresh, by, days.calendar().dateOf(at), at));
    }

    @POST
    @Path("/{id}/revoke")
    @Write
    @RolesAllowed({Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "revokeDelegation",
            summary = "Revoke a delegation",
            description = "At once; what was signed by it stays signed.")
    public RestResponse<DelegationView> revoke(@PathParam("id") UUID id) {
        var by = caller.get();
        return answer(delegations.change(
                id,
                by,
                preconditions.seen(),
                DelegationAction.REVOKE,
                delegation -> delegation.revoke(by, clock.instant())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(operationId = "getDelegation", summary = "Read a delegation", description = "As it is.")
    public RestResponse<DelegationView> get(@PathParam("id") UUID id) {
        return answer(delegations.get(id, caller.get()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listDelegations",
            summary = "List delegations",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    public Page<DelegationView> list(
            @Parameter(description = "Only given by this person.") @QueryParam("delegator") @Size(max = 255) @Nullable String delegator,
            @Parameter(description = "Only given to this person.") @QueryParam("delegate") @Size(max = 255) @Nullable String delegate,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") DelegationOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Delegation.class)
                .visibleTo(by)
                .where("r.delegator = :delegator", "delegator", delegator)
                .where("r.delegate = :delegate", "delegate", delegate)
                .orderedBy(sort)
                .answer(paging, DelegationView.class, delegation -> DelegationView.of(delegation, by));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "delegationHistory",
            summary = "A delegation's history",
            description = "Who did what, when; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(delegations.get(id, caller.get()), paging);
    }

    private RestResponse<DelegationView> answer(Delegation delegation) {
        var by = caller.get();
        return Answer.of(delegation, by, DelegationView.of(delegation, by));
    }
}
