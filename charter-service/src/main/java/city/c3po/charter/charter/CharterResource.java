package city.c3po.charter.charter;

import city.c3po.charter.project.Tier;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
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
import jakarta.validation.constraints.Size;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Writing, reading and finding charters. Their verbs: {@link CharterVerbResource} and the signing package. */
@Path("/v1/charters")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Charters", description = "What projects promise, and what of it is still missing.")
class CharterResource {
    static final String ANY_ROLE = "${c3po.roles.any}";

    private final Charters charters;
    private final CharterDesk desk;
    private final Listings listings;
    private final Past past;
    private final Preconditions preconditions;

    CharterResource(Charters charters, CharterDesk desk, Listings listings, Past past, Preconditions preconditions) {
        this.charters = charters;
        this.desk = desk;
        this.listings = listings;
        this.past = past;
        this.preconditions = preconditions;
    }

    @Schema(name = "CharterEdit", description = "The part of a draft that is edited.")
    record Edit(
            @Nullable @Size(min = 1, max = 200) String title,
            @NotNull @Valid CharterContent content) {
        static Edit of(Charter charter) {
            return new Edit(charter.wording().title(), charter.wording().content());
        }
    }

    @POST
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "draftCharter",
            summary = "Draft a charter",
            description =
                    "The project is enough; it gives tier, departments and, as far as portfolio names them, seats."
                            + " A project has one charter that is not cancelled. 409 project-not-seen-yet while portfolio's event"
                            + " is on its way: repeat after Retry-After.")
    public RestResponse<CharterView> draft(@NotNull @Valid NewCharter body) {
        return desk.answer(charters.draft(desk.by(), body, desk.now()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "editCharter",
            summary = "Edit a draft",
            description = "Only a draft; what was signed is amended. Lists are replaced as a whole: keep the keys of"
                    + " criteria.")
    public RestResponse<CharterView> edit(@PathParam("id") UUID id, @NotNull MergePatch<Edit> patch) {
        return desk.edit(id, preconditions.seen(), CharterAction.EDIT, (charter, by, at) -> {
            charter.requirePossible(by, CharterAction.EDIT);
            var better = patch.appliedTo(Edit.of(charter));
            return charter.edit(by, better.title(), better.content(), at);
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getCharter",
            summary = "Read a charter",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<CharterView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var charter = charters.get(id, desk.by());
        return asOf == null ? desk.answer(charter) : past.asOf(asOf, charter, CharterView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listCharters",
            summary = "List charters",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<CharterView> list(
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable CharterState state,
            @Parameter(description = "Only of this tier.") @QueryParam("tier") @Nullable Tier tier,
            @Parameter(description = "Only of the project with this id.")
                    @QueryParam("project")
                    @Size(max = 255) @Nullable String project,
            @Parameter(description = "Only that this department has a part in.")
                    @QueryParam("department")
                    @Size(max = 50) @Nullable String department,
            @Parameter(description = "Only of projects in which this vendor is engaged.")
                    @QueryParam("vendor")
                    @Size(max = 50) @Nullable String vendor,
            @Parameter(description = "Only those in which this person holds a seat.")
                    @QueryParam("signatory")
                    @Size(max = 255) @Nullable String signatory,
            @Parameter(description = "Only the one with this number.", example = "CHA-2026-0042")
                    @QueryParam("number")
                    @Size(max = 50) @Nullable String number,
            @Parameter(description = "Only with all these words in title or content.")
                    @QueryParam("q")
                    @Size(max = 200) @Nullable String words,
            @Parameter(description = "Only (or no) sample data.") @QueryParam("sampleData") @Nullable Boolean sampleData,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") CharterOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = desk.by();
        return listings.of(Charter.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .where("r.tier = :tier", "tier", tier)
                .where("r.project ->> 'id' = :project", "project", project)
                .where("jsonb_exists(r.departments, :department)", "department", department)
                .where(
                        "r.seats @> cast(jsonb_build_array(jsonb_build_object('person', cast(:signatory as text))) as jsonb)",
                        "signatory",
                        signatory)
                .where(
                        "exists (select from engagement e where e.project = r.project ->> 'id' and e.vendor = :vendor)",
                        "vendor",
                        vendor)
                .where("r.number = :number", "number", number)
                .where("r.words @@ websearch_to_tsquery('simple', :words)", "words", words)
                .where("r.sample_data = :sampleData", "sampleData", sampleData)
                .orderedBy(sort)
                .answer(paging, CharterView.class, charter -> CharterView.of(charter, by, null));
    }

    @GET
    @Path("/{id}/completeness")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "charterCompleteness",
            summary = "What is missing",
            description = "The percentage of what is mandatory, and each gap with its place, a sentence and the audit"
                    + " recommendation it answers.")
    public Completeness completeness(@PathParam("id") UUID id) {
        return charters.completeness(charters.get(id, desk.by()), desk.now());
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "charterHistory",
            summary = "A charter's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(charters.get(id, desk.by()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "verifyCharter",
            summary = "Verify a charter's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(charters.get(id, desk.by()));
    }
}
