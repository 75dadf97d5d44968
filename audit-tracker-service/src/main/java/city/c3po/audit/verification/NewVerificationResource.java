package city.c3po.audit.verification;

import city.c3po.audit.evidence.Method;
import city.c3po.audit.recommendation.Recommendations;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The verifications of a recommendation. */
@Path("/v1/recommendations/{id}/verifications")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Verifications", description = "The issuing body looks at evidence and says what it found.")
class NewVerificationResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";

    private final Verifications verifications;
    private final Recommendations recommendations;
    private final Listings listings;
    private final CurrentActor caller;

    NewVerificationResource(
            Verifications verifications, Recommendations recommendations, Listings listings, CurrentActor caller) {
        this.verifications = verifications;
        this.recommendations = recommendations;
        this.listings = listings;
        this.caller = caller;
    }

    @Schema(name = "NewVerification", description = "How it will be looked at.")
    record Beginning(
            @Schema(description = "EXAMINE if left out.") @Nullable Method method) {}

    @POST
    @Write
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "startVerification",
            summary = "Begin to verify",
            description = "By somebody of the issuing body who neither owns, submitted nor approved any of it. One at a"
                    + " time; no follow-up cycle freezes meanwhile.")
    @APIResponse(responseCode = "201", description = "The verification.")
    public RestResponse<VerificationView> start(@PathParam("id") UUID id, @NotNull @Valid Beginning body) {
        return answer(verifications.start(id, caller.get(), body.method() == null ? Method.EXAMINE : body.method()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON, MediaTypes.XLSX})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listVerifications",
            summary = "List the verifications of a recommendation",
            description = "All that you may see, as pages of JSON, or streamed as CSV, NDJSON or XLSX.")
    public Page<VerificationView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") VerificationOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Verification.class)
                .visibleTo(by)
                .where(
                        "r.recommendation = :recommendation",
                        "recommendation",
                        recommendations.get(id, by).id())
                .orderedBy(sort)
                .answer(paging, VerificationView.class, one -> VerificationView.of(one, by));
    }

    private RestResponse<VerificationView> answer(Verification one) {
        var by = caller.get();
        return Answer.of(one, by, VerificationView.of(one, by));
    }
}
