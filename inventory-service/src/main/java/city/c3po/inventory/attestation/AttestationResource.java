package city.c3po.inventory.attestation;

import city.c3po.inventory.reference.Readers;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Pages;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Attestations. */
@Path("/v1/attestations")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(
        name = "Attestations",
        description = "What a department confirms in a campaign, asset by asset or all that is left.")
class AttestationResource {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Attestations attestations;
    private final AttestedAssets assets;
    private final Listings listings;
    private final Pages pages;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    AttestationResource(
            Attestations attestations,
            AttestedAssets assets,
            Listings listings,
            Pages pages,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.attestations = attestations;
        this.assets = assets;
        this.listings = listings;
        this.pages = pages;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(
            name = "AttestationConfirmation",
            description = "What is there: some assets by their ids, or all that are left.")
    record Confirmation(
            @Schema(description = "Ids of assets of this attestation.") @Nullable @Size(min = 1, max = 1000) List<@NotNull UUID> assets,

            @Schema(description = "True: all that nobody has confirmed yet.") @Nullable Boolean all,

            @Nullable @Size(max = 2000) String remark) {}

    @POST
    @Path("/{id}/confirm")
    @Write
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "confirmAttestation",
            summary = "Confirm assets",
            description =
                    "By the department's head, or a signatory whose token speaks for it (its IT liaison). What is confirmed already"
                            + " stays so. With the last asset the attestation is CLOSED. Several people at once: If-Match: *.")
    public RestResponse<AttestationView> confirm(@PathParam("id") UUID id, @NotNull @Valid Confirmation body) {
        return answer(attestations.confirm(
                id,
                body.assets(),
                Boolean.TRUE.equals(body.all()),
                body.remark(),
                caller.get(),
                preconditions.seen(),
                clock.instant()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getAttestation",
            summary = "Read an attestation",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<AttestationView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var one = attestations.get(id, caller.get());
        return asOf == null ? answer(one) : past.asOf(asOf, one, AttestationView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listAttestations",
            summary = "List attestations",
            description =
                    "All that you may see, as pages of JSON, or streamed as CSV or NDJSON; state=ESCALATED are those that are overdue.")
    public Page<AttestationView> list(
            @Parameter(description = "Only of this campaign.") @QueryParam("campaign") @Nullable UUID campaign,
            @Parameter(description = "Only of this department.", example = "DEP-LIB")
                    @QueryParam("department")
                    @Size(max = 50) @Nullable String department,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable AttestationState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") AttestationOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Attestation.class)
                .visibleTo(by)
                .where("r.campaign ->> 'id' = :campaign", "campaign", campaign == null ? null : campaign.toString())
                .where("r.department = :department", "department", department)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, AttestationView.class, one -> AttestationView.of(one, by));
    }

    @GET
    @Path("/{id}/assets")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listAttestedAssets",
            summary = "What there is to confirm",
            description = "The assets that the department had when the campaign opened, and who confirmed them.")
    public Page<AttestedAsset> assets(
            @PathParam("id") UUID id,
            @Parameter(description = "Only those that are (or are not) confirmed.") @QueryParam("confirmed") @Nullable Boolean confirmed,
            @BeanParam @Valid Paging paging) {
        var one = attestations.get(id, caller.get());
        var after =
                pages.after(paging).map(place -> UUID.fromString(place.id())).orElse(BEFORE_ALL);
        var found = assets.after(one.id(), confirmed, after, paging.limit() + 1);
        return pages.page(found, paging, row -> new Pages.Place("", row.asset().id()), null);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "attestationHistory",
            summary = "An attestation's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(attestations.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyAttestation",
            summary = "Verify an attestation's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(attestations.get(id, caller.get()));
    }

    private RestResponse<AttestationView> answer(Attestation one) {
        var by = caller.get();
        return Answer.of(one, by, AttestationView.of(one, by));
    }
}
