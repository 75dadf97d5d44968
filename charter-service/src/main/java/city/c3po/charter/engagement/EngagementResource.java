package city.c3po.charter.engagement;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.MergePatch;
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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Writing, reading and finding engagements. */
@Path("/v1/engagements")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Engagements", description = "Vendors at work on projects, fed by the procurement system.")
class EngagementResource {
    static final String ANY_ROLE = "${c3po.roles.any}";

    private final Engagements engagements;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    EngagementResource(
            Engagements engagements,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.engagements = engagements;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @POST
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "recordEngagement",
            summary = "Record an engagement",
            description = "Project, vendor and title are enough.")
    public RestResponse<EngagementView> record(@NotNull @Valid EngagementTerms body) {
        return answer(engagements.record(caller.get(), body, null, clock.instant()));
    }

    @PUT
    @Path("/by-ref/{source}/{key}")
    @Write(creates = true)
    @RolesAllowed({Roles.FEEDER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "putEngagementByRef",
            summary = "Record or revise an engagement by your own key",
            description =
                    "Creates it the first time (If-None-Match: *), says it anew after that (If-Match). A feeder needs"
                            + " neither on records of its own source. Saying the same again changes nothing.")
    public RestResponse<EngagementView> putByRef(
            @Parameter(description = "The department system; one of your own sources.", example = "procurement")
                    @PathParam("source")
                    @Size(max = 50) @Pattern(regexp = "[a-z0-9][a-z0-9.-]*") String source,
            @Parameter(description = "That system's key.", example = "C-2026-17") @PathParam("key") @Size(max = 200) String key,
            @NotNull @Valid EngagementTerms body) {
        var by = caller.get();
        return answer(engagements.put(new ExternalRef(source, key), by, seen(by), body, clock.instant()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed({Roles.FEEDER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "editEngagement",
            summary = "Edit an engagement",
            description = "Project and vendor stay; dates follow in the order solicited, awarded, ended.")
    public RestResponse<EngagementView> edit(@PathParam("id") UUID id, @NotNull MergePatch<EngagementTerms> patch) {
        var by = caller.get();
        return answer(engagements.edit(id, by, seen(by), patch::appliedTo, clock.instant()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getEngagement",
            summary = "Read an engagement",
            description = "As it is, or with asOf as it was recorded at an instant. A vendor sees only its own.")
    public RestResponse<EngagementView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var engagement = engagements.get(id, caller.get());
        return asOf == null ? answer(engagement) : past.asOf(asOf, engagement, EngagementView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listEngagements",
            summary = "List engagements",
            description =
                    "All that you may see, as pages of JSON, or streamed as CSV or NDJSON. A vendor sees only its own.")
    public Page<EngagementView> list(
            @Parameter(description = "Only on the project with this id.")
                    @QueryParam("project")
                    @Size(max = 255) @Nullable String project,
            @Parameter(description = "Only of this vendor.") @QueryParam("vendor") @Size(max = 50) @Nullable String vendor,
            @Parameter(description = "Only the one with this external reference.", example = "procurement:C-2026-17")
                    @QueryParam("externalRef")
                    @Pattern(regexp = "[^:]+:.+") @Size(max = 251) @Nullable String externalRef,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") EngagementOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Engagement.class)
                .visibleTo(by)
                .where("r.project = :project", "project", project)
                .where("r.vendor = :vendor", "vendor", vendor)
                .where(
                        "r.id = (select e.engagement from external_ref e where e.source = split_part(:ref, ':', 1)"
                                + " and e.key = substr(:ref, strpos(:ref, ':') + 1))",
                        "ref",
                        externalRef)
                .orderedBy(sort)
                .answer(paging, EngagementView.class, engagement -> EngagementView.of(engagement, by));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "engagementHistory",
            summary = "An engagement's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(engagements.get(id, caller.get()), paging);
    }

    /** A department system may leave out preconditions: it may only touch its own records anyway. */
    private Seen seen(Actor by) {
        var seen = preconditions.seen();
        return seen.equals(Seen.nothing()) && by.roles().equals(Set.of(Roles.FEEDER)) ? Seen.whatever() : seen;
    }

    private RestResponse<EngagementView> answer(Engagement engagement) {
        var by = caller.get();
        return Answer.of(engagement, by, EngagementView.of(engagement, by));
    }
}
