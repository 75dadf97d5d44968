package city.c3po.inventory.attestation;

import city.c3po.inventory.reference.Readers;
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
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Attestation campaigns. */
@Path("/v1/attestation-campaigns")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Attestation campaigns", description = "Departments are asked to confirm what they have.")
class CampaignResource {
    private final AttestationCampaigns campaigns;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    CampaignResource(
            AttestationCampaigns campaigns,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "NewAttestationCampaign", description = "A title and a due date are enough.")
    record NewCampaign(
            @NotBlank @Size(max = 200) @Schema(examples = "Inventory of the fiscal year 2026")
            String title,

            @NotNull @Schema(description = "Last day to confirm in time.")
            LocalDate dueOn,

            @Schema(description = "Who is asked; left out: every department that has a live asset.")
            @Nullable @Size(min = 1, max = 500) List<@NotNull @Pattern(regexp = "DEP-[A-Z0-9-]{1,20}") String> departments,

            @Schema(description = "How many days after the due date it can be confirmed late; 14 when left out.")
            @Nullable @Min(0) @Max(365) Integer graceDays,

            @Schema(description = "Made for a demonstration.") @Nullable Boolean sampleData) {
        static final int GRACE_DAYS = 14;

        AttestationCampaign.Wish wish() {
            return new AttestationCampaign.Wish(
                    title,
                    dueOn,
                    departments == null
                            ? List.of()
                            : departments.stream().distinct().sorted().toList(),
                    graceDays == null ? GRACE_DAYS : graceDays,
                    Boolean.TRUE.equals(sampleData));
        }
    }

    @Schema(name = "AttestationCampaignReason", description = "Why it is called off.")
    record Reason(@NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "openAttestationCampaign",
            summary = "Open a campaign",
            description =
                    "Freezes what each department has now, and opens an attestation for each: /v1/attestations?campaign=… lists them.")
    public RestResponse<CampaignView> open(@NotNull @Valid NewCampaign body) {
        return answer(campaigns.open(body.wish(), caller.get(), clock.instant()));
    }

    @POST
    @Path("/{id}/call-off")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "callOffAttestationCampaign",
            summary = "Call a campaign off",
            description = "OPEN → CALLED_OFF, its open attestations too. What nobody confirmed counts for nothing.")
    public RestResponse<CampaignView> callOff(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return answer(campaigns.callOff(id, body.reason(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getAttestationCampaign",
            summary = "Read a campaign",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<CampaignView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var one = campaigns.get(id, caller.get());
        return asOf == null ? answer(one) : past.asOf(asOf, one, CampaignView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listAttestationCampaigns",
            summary = "List campaigns",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<CampaignView> list(
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable CampaignState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") CampaignOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(AttestationCampaign.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, CampaignView.class, one -> CampaignView.of(one, by));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "attestationCampaignHistory",
            summary = "A campaign's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(campaigns.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyAttestationCampaign",
            summary = "Verify a campaign's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(campaigns.get(id, caller.get()));
    }

    private RestResponse<CampaignView> answer(AttestationCampaign one) {
        var by = caller.get();
        return Answer.of(one, by, CampaignView.of(one, by));
    }
}
