package city.c3po.inventory.imports;

import city.c3po.inventory.reference.Readers;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.rule.Convention;
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
import jakarta.validation.constraints.NotBlank;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Imports: what becomes of them, and who approves. They come in at {@link ImportReceptionResource}. */
@Path("/v1/imports")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Imports", description = "Files of department systems: planned as a whole, applied as a whole.")
class ImportResource {
    private final Imports imports;
    private final ImportRows rows;
    private final Progress progress;
    private final Listings listings;
    private final Pages pages;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    ImportResource(
            Imports imports,
            ImportRows rows,
            Progress progress,
            Listings listings,
            Pages pages,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.imports = imports;
        this.rows = rows;
        this.progress = progress;
        this.listings = listings;
        this.pages = pages;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "ImportRejection", description = "Why it is not applied.")
    record Rejection(@NotBlank @Size(max = 2000) String reason) {}

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getImport",
            summary = "Read an import",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<ImportView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var one = imports.get(id, caller.get());
        return asOf == null ? answer(one) : past.asOf(asOf, one, ImportView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listImports",
            summary = "List imports",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<ImportView> list(
            @Parameter(description = "Only of this source.") @QueryParam("source") @Size(max = 50) @Nullable String source,
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable ImportState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") ImportOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Import.class)
                .visibleTo(by)
                .where("r.source = :source", "source", source)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, ImportView.class, one -> ImportView.of(one, by));
    }

    @GET
    @Path("/{id}/rows")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listImportRows",
            summary = "What becomes of each row",
            description = "In the order of the file, each with everything that is wrong with it.")
    public Page<ImportRowView> rows(
            @PathParam("id") UUID id,
            @Parameter(description = "Only rows of which this becomes.") @QueryParam("outcome")
                    ImportRowView.@Nullable Outcome outcome,
            @BeanParam @Valid Paging paging) {
        var one = imports.get(id, caller.get());
        int line = pages.after(paging)
                .map(place -> Integer.valueOf(place.sortKey()))
                .orElse(-1);
        var found = rows.after(one.id(), outcome, line, paging.limit() + 1);
        return pages.page(found, paging, row -> new Pages.Place(Integer.toString(row.line()), id.toString()), null);
    }

    @GET
    @Path("/{id}/progress")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "importProgress",
            summary = "How far it is",
            description = "The step and the rows done so far. /progress-events tells the same as server-sent events.")
    public Progress.Mark progress(@PathParam("id") UUID id) {
        imports.get(id, caller.get());
        return progress.of(id).orElseThrow(Convention.NOT_FOUND::violated);
    }

    @POST
    @Path("/{id}/approve")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "approveImport",
            summary = "Approve its plan",
            description =
                    "PLANNED (a dry run) or QUARANTINED → APPROVED; it is applied shortly after. What changed since the plan is"
                            + " planned again: ATOMIC fails when an outcome is another now, PARTIAL leaves such rows to a person.")
    public RestResponse<ImportView> approve(@PathParam("id") UUID id) {
        return answer(imports.approve(id, caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/{id}/reject")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "rejectImport",
            summary = "Reject its plan",
            description = "PLANNED or QUARANTINED → REJECTED. The same file may be sent again.")
    public RestResponse<ImportView> reject(@PathParam("id") UUID id, @NotNull @Valid Rejection body) {
        return answer(imports.reject(id, body.reason(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "importHistory",
            summary = "An import's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(imports.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyImport",
            summary = "Verify an import's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(imports.get(id, caller.get()));
    }

    private RestResponse<ImportView> answer(Import one) {
        var by = caller.get();
        return Answer.of(one, by, ImportView.of(one, by));
    }
}
