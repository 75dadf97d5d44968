package city.c3po.audit.audit;

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
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The findings of an audit. */
@Path("/v1/audits/{id}/findings")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Audits")
class AuditFindingResource {
    private final Audits audits;
    private final Findings findings;
    private final Listings listings;
    private final CurrentActor caller;
    private final InstantSource clock;

    AuditFindingResource(
            Audits audits, Findings findings, Listings listings, CurrentActor caller, InstantSource clock) {
        this.audits = audits;
        this.findings = findings;
        this.listings = listings;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "recordFinding",
            summary = "Record a finding of an audit",
            description = "By a member of its body or the portfolio office. A confidential one is counted in public"
                    + " editions, and nothing of it is said there.")
    @APIResponse(responseCode = "201", description = "The finding.")
    public RestResponse<FindingView> record(@PathParam("id") UUID id, @NotNull @Valid FindingText body) {
        var by = caller.get();
        return answer(findings.record(by, audits.get(id, by), body, clock.instant()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON, MediaTypes.XLSX})
    @RolesAllowed(AuditResource.ANY_ROLE)
    @Operation(
            operationId = "listFindings",
            summary = "List the findings of an audit",
            description = "All that you may see, as pages of JSON, or streamed as CSV, NDJSON or XLSX.")
    public Page<FindingView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("OLDEST") AuditOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Finding.class)
                .visibleTo(by)
                .where("r.audit = :audit", "audit", audits.get(id, by).id())
                .orderedBy(sort)
                .answer(paging, FindingView.class, finding -> FindingView.of(finding, by));
    }

    private RestResponse<FindingView> answer(Finding finding) {
        var by = caller.get();
        return Answer.of(finding, by, FindingView.of(finding, by));
    }
}
