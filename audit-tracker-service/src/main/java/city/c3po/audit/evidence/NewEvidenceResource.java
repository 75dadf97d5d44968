package city.c3po.audit.evidence;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The evidence of a recommendation. */
@Path("/v1/recommendations/{id}/evidence")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Evidence", description = "What shows that elements of a recommendation are met, with hashes.")
class NewEvidenceResource {
    static final String ANY_ROLE = "${c3po.roles.any}";

    private final Evidences evidences;
    private final Recommendations recommendations;
    private final Listings listings;
    private final CurrentActor caller;

    NewEvidenceResource(Evidences evidences, Recommendations recommendations, Listings listings, CurrentActor caller) {
        this.evidences = evidences;
        this.recommendations = recommendations;
        this.listings = listings;
        this.caller = caller;
    }

    @POST
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "addEvidence",
            summary = "Add evidence",
            description =
                    "By the departments, the portfolio office or the issuing body. Whoever adds it does not verify."
                            + " A FILE's bytes follow with PUT …/content.")
    @APIResponse(responseCode = "201", description = "The evidence.")
    public RestResponse<EvidenceView> add(@PathParam("id") UUID id, @NotNull @Valid NewEvidence body) {
        return answer(evidences.add(id, caller.get(), body));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON, MediaTypes.XLSX})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listEvidence",
            summary = "List the evidence of a recommendation",
            description = "All that you may see, as pages of JSON, or streamed as CSV, NDJSON or XLSX.")
    public Page<EvidenceView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only of this kind.") @QueryParam("kind") @Nullable EvidenceKind kind,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") EvidenceOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Evidence.class)
                .visibleTo(by)
                .where(
                        "r.recommendation = :recommendation",
                        "recommendation",
                        recommendations.get(id, by).id())
                .where("r.kind = :kind", "kind", kind)
                .orderedBy(sort)
                .answer(paging, EvidenceView.class, one -> EvidenceView.of(one, by));
    }

    private RestResponse<EvidenceView> answer(Evidence one) {
        var by = caller.get();
        return Answer.of(one, by, EvidenceView.of(one, by));
    }
}
