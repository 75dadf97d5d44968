package city.c3po.audit.evidence;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/** Adding, revising and reading evidence. */
@Path("/v1/evidence")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Evidence", description = "What shows that elements of a recommendation are met, with hashes.")
class EvidenceResource {
    static final String ANY_ROLE = "${c3po.roles.any}";

    private final Evidences evidences;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    EvidenceResource(
            Evidences evidences, Past past, CurrentActor caller, Preconditions preconditions, InstantSource clock) {
        this.evidences = evidences;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "EvidenceLink", description = "Where it is now, and its hash.")
    record NewLink(
            @NotNull @Size(max = 2000) @Pattern(regexp = "https?://[^\\s]+") String link,

            @Schema(description = "SHA-256 of what is there, hexadecimal.") @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

    @Schema(name = "EvidenceWithdrawal", description = "Why it no longer counts.")
    record Withdrawal(@NotBlank @Size(max = 2000) String reason) {}

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getEvidence",
            summary = "Read a piece of evidence",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<EvidenceView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var one = evidences.get(id, caller.get());
        return asOf == null ? answer(one) : past.asOf(asOf, one, EvidenceView.class);
    }

    @POST
    @Path("/{id}/revise")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "reviseEvidence",
            summary = "Revise a link",
            description = "A new revision beside the former ones. A FILE is revised by uploading again.")
    public RestResponse<EvidenceView> revise(@PathParam("id") UUID id, @NotNull @Valid NewLink body) {
        return answer(evidences.revise(id, caller.get(), preconditions.seen(), body.link(), body.sha256()));
    }

    @POST
    @Path("/{id}/withdraw")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "withdrawEvidence",
            summary = "Withdraw evidence",
            description = "It no longer counts for a claim, and stays readable. Not when a verification rests on it.")
    public RestResponse<EvidenceView> withdraw(@PathParam("id") UUID id, @NotNull @Valid Withdrawal body) {
        var by = caller.get();
        return answer(evidences.change(
                id,
                by,
                preconditions.seen(),
                EvidenceAction.WITHDRAW,
                one -> one.withdraw(by, body.reason(), clock.instant())));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(operationId = "evidenceHistory", summary = "Its history", description = "Who did what, oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(evidences.get(id, caller.get()), paging);
    }

    private RestResponse<EvidenceView> answer(Evidence one) {
        var by = caller.get();
        return Answer.of(one, by, EvidenceView.of(one, by));
    }
}
