package city.c3po.portfolio.learning;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.reference.Codes;
import city.c3po.portfolio.reference.Readers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Support engagements. */
@Path("/v1/support-engagements")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Support engagements", description = "Help for initiatives that departments run themselves.")
class SupportEngagementResource {
    private final SupportEngagements engagements;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    SupportEngagementResource(
            SupportEngagements engagements,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.engagements = engagements;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "SupportOffer")
    record Offer(
            @Schema(description = "Id of a delegated initiative.") @NotNull UUID initiative,

            @Schema(description = "Subject of who helps.") @NotNull @Pattern(regexp = Codes.SUBJECT) String supporter,

            @Schema(description = "What is offered.") @NotBlank @Size(max = 4000) String offer) {}

    @Schema(name = "SupportAnswer")
    record Reply(@Nullable @Size(max = 2000) String comment) {}

    @Schema(name = "SupportOutcome")
    record Outcome(
            @Schema(description = "What came of it.") @NotBlank @Size(max = 4000) String outcome) {}

    @POST
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "offerSupport",
            summary = "Offer support",
            description = "For a delegated initiative; one open engagement each.")
    public RestResponse<SupportEngagementView> offer(@NotNull @Valid Offer body) {
        return answer(
                engagements.offer(body.initiative(), body.supporter(), body.offer(), caller.get(), clock.instant()));
    }

    @POST
    @Path("/{id}/accept")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY})
    @Operation(
            operationId = "acceptSupport",
            summary = "Accept support",
            description = "By the initiative's department.")
    public RestResponse<SupportEngagementView> accept(@PathParam("id") UUID id, @NotNull @Valid Reply body) {
        var by = caller.get();
        return answer(engagements.change(
                id,
                by,
                preconditions.seen(),
                EngagementAction.ACCEPT,
                engagement -> engagement.accept(by, body.comment(), clock.instant())));
    }

    @POST
    @Path("/{id}/decline")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY})
    @Operation(
            operationId = "declineSupport",
            summary = "Decline support",
            description = "By the initiative's department.")
    public RestResponse<SupportEngagementView> decline(@PathParam("id") UUID id, @NotNull @Valid Reply body) {
        var by = caller.get();
        return answer(engagements.change(
                id,
                by,
                preconditions.seen(),
                EngagementAction.DECLINE,
                engagement -> engagement.decline(by, body.comment(), clock.instant())));
    }

    @POST
    @Path("/{id}/complete")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "completeSupport",
            summary = "Complete an engagement",
            description = "By who helped, or the portfolio office, with what came of it.")
    public RestResponse<SupportEngagementView> complete(@PathParam("id") UUID id, @NotNull @Valid Outcome body) {
        var by = caller.get();
        return answer(engagements.change(
                id,
                by,
                preconditions.seen(),
                EngagementAction.COMPLETE,
                engagement -> engagement.complete(by, body.outcome(), clock.instant())));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listSupportEngagements",
            summary = "List support engagements",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<SupportEngagementView> list(
            @Parameter(description = "Only for this initiative.") @QueryParam("initiative") @Nullable UUID initiative,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable EngagementState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST")
                    SupportEngagementOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(SupportEngagement.class)
                .visibleTo(by)
                .where("r.initiative_id = :initiative", "initiative", initiative)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, SupportEngagementView.class, found -> SupportEngagementView.of(found, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getSupportEngagement",
            summary = "Read a support engagement",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<SupportEngagementView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var supportEngagement = engagements.get(id, caller.get());
        return asOf == null
                ? answer(supportEngagement)
                : past.asOf(asOf, supportEngagement, SupportEngagementView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "supportEngagementHistory",
            summary = "A support engagement's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(engagements.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifySupportEngagement",
            summary = "Verify a support engagement's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(engagements.get(id, caller.get()));
    }

    private RestResponse<SupportEngagementView> answer(SupportEngagement supportEngagement) {
        var by = caller.get();
        return Answer.of(supportEngagement, by, SupportEngagementView.of(supportEngagement, by));
    }
}
