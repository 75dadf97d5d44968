package city.c3po.inventory.source;

import city.c3po.inventory.reference.Readers;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sources. */
@Path("/v1/sources")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Sources", description = "The department systems that feed the inventory: cadence, precedence, contract.")
class SourceResource {
    /** As in the claim "sources" of tokens. */
    static final String CODE = "[a-z][a-z0-9-]{0,49}";

    private final Sources sources;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    SourceResource(
            Sources sources,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.sources = sources;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @PUT
    @Path("/{code}")
    @Write(creates = true)
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "putSource",
            summary = "Register a source",
            description =
                    "Creates it (If-None-Match: *) or says it anew (If-Match). Another rank weighs an asset anew when next"
                            + " something is said of it.")
    public RestResponse<SourceView> put(
            @Parameter(description = "As in the token's claim sources.", example = "discovery")
                    @PathParam("code")
                    @Pattern(regexp = CODE) String code,
            @NotNull @Valid SourceText body) {
        return answer(sources.put(code, caller.get(), preconditions.seen(), body, clock.instant()));
    }

    @Schema(name = "SourceReason", description = "Why it is believed no more, or again.")
    record Reason(@NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Path("/{code}/withdraw")
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "withdrawSource",
            summary = "Believe it no more",
            description =
                    "All that it said is kept, and weighs nothing: each asset is what the others say. What the state of an asset"
                            + " takes for granted stays until somebody says otherwise. It imports nothing meanwhile. The assets are"
                            + " weighed anew shortly after (reconsideringSince).")
    public RestResponse<SourceView> withdraw(@PathParam("code") String code, @NotNull @Valid Reason body) {
        return answer(sources.withdraw(code, body.reason(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @POST
    @Path("/{code}/reinstate")
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "reinstateSource",
            summary = "Believe it again",
            description = "What it said weighs again as it did.")
    public RestResponse<SourceView> reinstate(@PathParam("code") String code, @NotNull @Valid Reason body) {
        return answer(sources.reinstate(code, body.reason(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Path("/{code}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getSource",
            summary = "Read a source",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<SourceView> get(
            @PathParam("code") String code,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var source = sources.get(code, caller.get());
        return asOf == null ? answer(source) : past.asOf(asOf, source, SourceView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listSources",
            summary = "List sources",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<SourceView> list(
            @Parameter(description = "Only those whose feed is (or is not) late.") @QueryParam("late") @Nullable Boolean late,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("CODE") SourceOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Source.class)
                .visibleTo(by)
                .where("(r.late_since is not null) = :late", "late", late)
                .orderedBy(sort)
                .answer(paging, SourceView.class, source -> SourceView.of(source, by));
    }

    @GET
    @Path("/{code}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "sourceHistory",
            summary = "A source's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("code") String code, @BeanParam @Valid Paging paging) {
        return past.of(sources.get(code, caller.get()), paging);
    }

    @GET
    @Path("/{code}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifySource",
            summary = "Verify a source's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("code") String code) {
        return past.verified(sources.get(code, caller.get()));
    }

    private RestResponse<SourceView> answer(Source source) {
        var by = caller.get();
        return Answer.of(source, by, SourceView.of(source, by));
    }
}
