package city.c3po.audit.audit;

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
import java.time.InstantSource;
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
    private final Preconditions preconditions;
    private final InstantSource clock;

    FindingResource(
            Findings findings, Past past, CurrentActor caller, Preconditions preconditions, InstantSource clock) {
        this.findings = findings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @POST
    @Path("/{id}/addenda")
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "addFindingAddendum",
            summary = "Add an addendum",
            description = "An erratum, or something new. The finding itself stays as it was recorded.")
    public RestResponse<FindingView> addendum(@PathParam("id") UUID id, @NotNull @Valid NewAddendum body) {
        var by = caller.get();
        return answer(findings.change(
                id,
                by,
                preconditions.seen(),
                FindingAction.ADD_ADDENDUM,
                finding -> finding.add(by, body.text(), clock.instant())));
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
