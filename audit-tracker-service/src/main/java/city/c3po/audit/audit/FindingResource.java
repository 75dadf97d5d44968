package city.c3po.audit.audit;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** Recording and reading findings. */
@Path("/v1/findings")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Audits")
class FindingResource {
    private final Findings findings;
    private final Past past;
    private final CurrentActor caller;

    FindingResource(Findings findings, Past past, CurrentActor caller) {
        this.findings = findings;
        this.past = past;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(AuditResource.ANY_ROLE)
    @Operation(
            operationId = "getFinding",
            summary = "Read a finding",
            description = "As it is, or with asOf as it was recorded at an instant; the past of a confidential finding"
                    + " has no text.")
    public RestResponse<FindingView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var finding = findings.get(id, caller.get());
        return asOf == null ? answer(finding) : past.asOf(asOf, finding, FindingView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(AuditResource.ANY_ROLE)
    @Operation(
            operationId = "findingHistory",
            summary = "A finding's history",
            description = "Who did what, oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(findings.get(id, caller.get()), paging);
    }

    private RestResponse<FindingView> answer(Finding finding) {
        var by = caller.get();
        return Answer.of(finding, by, FindingView.of(finding, by));
    }
}
