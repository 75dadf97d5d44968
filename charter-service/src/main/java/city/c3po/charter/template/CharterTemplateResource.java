package city.c3po.charter.template;

import city.c3po.charter.project.CityDays;
import city.c3po.charter.project.Tier;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** Template versions. */
@Path("/v1/charter-templates")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Charter templates", description = "What charters of a tier must say, version by version.")
class CharterTemplateResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";

    private final CharterTemplates templates;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDays days;

    CharterTemplateResource(
            CharterTemplates templates,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDays days) {
        this.templates = templates;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.days = days;
    }

    @Schema(name = "NewCharterTemplate", description = "A version to be, with the tier and approach it is for.")
    record NewTemplate(
            @NotNull Tier tier,

            @Schema(description = "The delivery approach it is for; ANY where it is left out.") @Nullable Variant variant,

            @NotNull @Valid TemplateText text) {}

    @POST
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "draftCharterTemplate",
            summary = "Draft a template version",
            description = "It is in force once another policy admin adopts it. Charters in flight keep theirs.")
    public RestResponse<CharterTemplateView> draft(@NotNull @Valid NewTemplate body) {
        var by = caller.get();
        var at = clock.instant();
        var variant = body.variant() == null ? Variant.ANY : body.variant();
        var year = days.calendar().dateOf(at).getYear();
        var fresh = new CharterTemplate(body.tier(), variant, body.text(), year, at);
        return answer(templates.add(fresh, by, template -> template.draft(by, at)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "editCharterTemplate",
            summary = "Edit a draft of a template",
            description = "Only drafts change; what was adopted is what charters were signed against.")
    public RestResponse<CharterTemplateView> edit(@PathParam("id") UUID id, @NotNull MergePatch<TemplateText> patch) {
        var by = caller.get();
        return answer(templates.edit(
                id,
                by,
                preconditions.seen(),
                TemplateAction.EDIT,
                template -> template.edit(by, patch.appliedTo(template.text()), clock.instant())));
    }

    @POST
    @Path("/{id}/adopt")
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "adoptCharterTemplate",
            summary = "Adopt a template version",
            description = "By a policy admin who wrote none of it. It supersedes the one before it; charters in flight"
                    + " keep theirs until they are upgraded.")
    public RestResponse<CharterTemplateView> adopt(@PathParam("id") UUID id) {
        return answer(templates.adopt(id, caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getCharterTemplate",
            summary = "Read a template version",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<CharterTemplateView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var template = templates.get(id, caller.get());
        return asOf == null ? answer(template) : past.asOf(asOf, template, CharterTemplateView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listCharterTemplates",
            summary = "List template versions",
            description = "As pages of JSON, or streamed as CSV or NDJSON.")
    public Page<CharterTemplateView> list(
            @Parameter(description = "Only of this tier.") @QueryParam("tier") @Nullable Tier tier,
            @Parameter(description = "Only in this state; ADOPTED is what is in force.") @QueryParam("state") @Nullable TemplateState state,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") TemplateOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(CharterTemplate.class)
                .visibleTo(by)
                .where("r.tier = :tier", "tier", tier)
                .where("r.state = :state", "state", state)
                .orderedBy(sort)
                .answer(paging, CharterTemplateView.class, template -> CharterTemplateView.of(template, by));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "charterTemplateHistory",
            summary = "A template version's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(templates.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "verifyCharterTemplate",
            summary = "Verify a template version's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(templates.get(id, caller.get()));
    }

    private RestResponse<CharterTemplateView> answer(CharterTemplate template) {
        var by = caller.get();
        return Answer.of(template, by, CharterTemplateView.of(template, by));
    }
}
