package city.c3po.audit.audit;

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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Recording and reading audits. */
@Path("/v1/audits")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Audits", description = "Audits as their bodies issued them, and their findings.")
class AuditResource {
    static final String ANY_ROLE = "${c3po.roles.any}";

    private final Audits audits;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    AuditResource(
            Audits audits,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.audits = audits;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @POST
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "issueAudit",
            summary = "Record an issued audit",
            description = "By a member of the body that issued it, or by the portfolio office for one outside the city."
                    + " Nothing of it changes afterwards.")
    public RestResponse<AuditView> issue(@NotNull @Valid AuditTerms body) {
        return answer(audits.issue(caller.get(), body));
    }

    @POST
    @Path("/{id}/addenda")
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "addAuditAddendum",
            summary = "Add an addendum",
            description = "An erratum, or something new. The audit itself stays as it was issued.")
    public RestResponse<AuditView> addendum(@PathParam("id") UUID id, @NotNull @Valid NewAddendum body) {
        var by = caller.get();
        return answer(audits.change(
                id,
                by,
                preconditions.seen(),
                AuditAction.ADD_ADDENDUM,
                audit -> audit.add(by, body.text(), clock.instant())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getAudit",
            summary = "Read an audit",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<AuditView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var audit = audits.get(id, caller.get());
        return asOf == null ? answer(audit) : past.asOf(asOf, audit, AuditView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON, MediaTypes.XLSX})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listAudits",
            summary = "List audits",
            description = "As pages of JSON, or streamed as CSV, NDJSON or XLSX.")
    public Page<AuditView> list(
            @Parameter(description = "Only of this body.", example = "city-auditor")
                    @QueryParam("body")
                    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,49}") @Nullable String body,
            @Parameter(description = "Only the one with this code.", example = "2019")
                    @QueryParam("code")
                    @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9.-]{0,39}") @Nullable String code,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") AuditOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Audit.class)
                .visibleTo(by)
                .where("r.body = :body", "body", body)
                .where("r.code = :code", "code", code)
                .orderedBy(sort)
                .answer(paging, AuditView.class, audit -> AuditView.of(audit, by));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "auditHistory",
            summary = "An audit's history",
            description = "Who did what, oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(audits.get(id, caller.get()), paging);
    }

    private RestResponse<AuditView> answer(Audit audit) {
        var by = caller.get();
        return Answer.of(audit, by, AuditView.of(audit, by));
    }
}
