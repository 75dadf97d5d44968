package city.c3po.audit.verification;

import city.c3po.audit.recommendation.Recommendations;
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
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Verifying recommendations. */
@Path("/v1/verifications")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Verifications", description = "The issuing body looks at evidence and says what it found.")
class VerificationResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";

    private final Verifications verifications;
    private final Recommendations recommendations;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;

    VerificationResource(
            Verifications verifications,
            Recommendations recommendations,
            Past past,
            CurrentActor caller,
            Preconditions preconditions) {
        this.verifications = verifications;
        this.recommendations = recommendations;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    private RestResponse<VerificationView> decide(UUID id, VerificationAction action, Judgement said) {
        return answer(verifications.decide(id, caller.get(), preconditions.seen(), action, said));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getVerification",
            summary = "Read a verification",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<VerificationView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var one = verifications.get(id, caller.get());
        return asOf == null ? answer(one) : past.asOf(asOf, one, VerificationView.class);
    }

    @POST
    @Path("/{id}/accept")
    @Write
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "acceptClaim",
            summary = "Accept",
            description = "The elements named are met, each shown by some of the evidence named, which is frozen. No"
                    + " element: NOT, some: PARTLY, all: IMPLEMENTED, unless the auditor overrides with a reason.")
    public RestResponse<VerificationView> acceptClaim(@PathParam("id") UUID id, @NotNull @Valid Judgement body) {
        return decide(id, VerificationAction.ACCEPT, body);
    }

    @POST
    @Path("/{id}/ask-more-evidence")
    @Write
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "askMoreEvidence",
            summary = "Ask for more evidence",
            description = "The claim stands; the verified status stays.")
    public RestResponse<VerificationView> askMoreEvidence(@PathParam("id") UUID id, @NotNull @Valid Judgement body) {
        return decide(id, VerificationAction.ASK_MORE_EVIDENCE, body);
    }

    @POST
    @Path("/{id}/reject")
    @Write
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "rejectClaim",
            summary = "Reject",
            description = "The evidence does not show it; the verified status stays, and the two statuses disagree.")
    public RestResponse<VerificationView> rejectClaim(@PathParam("id") UUID id, @NotNull @Valid Judgement body) {
        return decide(id, VerificationAction.REJECT, body);
    }

    @POST
    @Path("/{id}/withdraw")
    @Write
    @RolesAllowed(Roles.AUDITOR)
    @Operation(operationId = "withdrawVerification", summary = "Withdraw", description = "Ends it without a verdict.")
    public RestResponse<VerificationView> withdraw(@PathParam("id") UUID id) {
        return decide(id, VerificationAction.WITHDRAW, new Judgement(null, null, null, null));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "verificationHistory",
            summary = "Its history",
            description = "Who did what, oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(verifications.get(id, caller.get()), paging);
    }

    private RestResponse<VerificationView> answer(Verification one) {
        var by = caller.get();
        return Answer.of(one, by, VerificationView.of(one, by));
    }
}
