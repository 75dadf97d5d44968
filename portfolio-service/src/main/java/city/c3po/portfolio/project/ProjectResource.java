package city.c3po.portfolio.project;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
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
import city.c3po.portfolio.reference.Codes;
import city.c3po.portfolio.reference.ExternalRefs;
import city.c3po.portfolio.reference.FeederPreconditions;
import city.c3po.portfolio.reference.Readers;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Writing, reading and finding projects. Their verbs: {@link ProjectVerbResource}, {@link ProjectOutlookResource} and {@link GateResource}. */
@Path("/v1/projects")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Projects", description = "What came of initiatives, and whether they may go on.")
class ProjectResource {
    private final Projects projects;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    ProjectResource(
            Projects projects,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.projects = projects;
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
            operationId = "registerProject",
            summary = "Register a project",
            description =
                    "One that no initiative of this suite led to, because it runs already. Projects of initiatives"
                            + " come by converting these.")
    public RestResponse<ProjectView> register(@NotNull @Valid ProjectPlan body) {
        return answer(projects.register(caller.get(), body, null, clock.instant()));
    }

    @PUT
    @Path("/by-ref/{source}/{key}")
    @Write(creates = true)
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.FEEDER})
    @Operation(
            operationId = "putProjectByRef",
            summary = "Register or edit a project by your own key",
            description = "Creates it the first time (If-None-Match: *), says it anew after that (If-Match). A feeder"
                    + " needs neither on records of its own source. Saying the same again changes nothing.")
    public RestResponse<ProjectView> putByRef(
            @Parameter(description = "The department system; one of your own sources.", example = "finance")
                    @PathParam("source")
                    @Size(max = 50) @Pattern(regexp = Codes.SOURCE) String source,
            @Parameter(description = "That system's key.", example = "PRJ-00815") @PathParam("key") @Size(max = 200) String key,
            @NotNull @Valid ProjectPlan body) {
        var by = caller.get();
        var seen = FeederPreconditions.seen(preconditions, by);
        return answer(projects.put(new ExternalRef(source, key), by, seen, body, clock.instant()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.FEEDER})
    @Operation(
            operationId = "editProject",
            summary = "Edit a project",
            description =
                    "What is said about it, but neither its state nor its tier. Saying the same again changes nothing.")
    public RestResponse<ProjectView> edit(@PathParam("id") UUID id, @NotNull MergePatch<ProjectPlan> patch) {
        var by = caller.get();
        var seen = FeederPreconditions.seen(preconditions, by);
        return answer(projects.edit(id, by, seen, patch::appliedTo, clock.instant()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listProjects",
            summary = "List projects",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON. Filters narrow it down"
                    + " together.")
    public Page<ProjectView> list(
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable ProjectState state,
            @Parameter(description = "Only of this tier.") @QueryParam("tier") @Nullable Tier tier,
            @Parameter(description = "Only for this department.") @QueryParam("department") @Size(max = 50) @Nullable String department,
            @Parameter(description = "Only led by this PPM.") @QueryParam("ppm") @Size(max = 255) @Nullable String ppm,
            @Parameter(description = "Only those now inside this program.") @QueryParam("program") @Nullable UUID program,
            @Parameter(description = "Only those that deliver to this product.") @QueryParam("product") @Nullable UUID product,
            @Parameter(description = "Only those that came of this initiative.") @QueryParam("initiative") @Nullable UUID initiative,
            @Parameter(description = "Only the one with this number.", example = "PRJ-2026-0001")
                    @QueryParam("number")
                    @Size(max = 50) @Nullable String number,
            @Parameter(description = "Only the one with this external reference.", example = "finance:PRJ-00815")
                    @QueryParam("externalRef")
                    @Pattern(regexp = ExternalRefs.PATTERN) @Size(max = 251) @Nullable String externalRef,
            @Parameter(description = "Only with all these words in the title.")
                    @QueryParam("q")
                    @Size(max = 200) @Nullable String words,
            @Parameter(description = "Only (or no) sample data.") @QueryParam("sampleData") @Nullable Boolean sampleData,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") ProjectOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Project.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .where("r.tier = :tier", "tier", tier)
                .where("r.sponsoring_department = :department", "department", department)
                .where("r.ppm = :ppm", "ppm", ppm)
                .where(
                        "r.id in (select m.child from membership m where m.kind = 'project' and m.program = :program"
                                + " and upper_inf(m.valid))",
                        "program",
                        program)
                .where("r.id in (select d.project from delivery d where d.product = :product)", "product", product)
                .where("r.initiative_id = :initiative", "initiative", initiative)
                .where("r.number = :number", "number", number)
                .where("r.id = cast(" + ExternalRefs.recordOf(Projects.KIND) + " as uuid)", "ref", externalRef)
                .where("to_tsvector('simple', r.title) @@ plainto_tsquery('simple', :words)", "words", words)
                .where("r.sample_data = :sampleData", "sampleData", sampleData)
                .orderedBy(sort)
                .answer(paging, ProjectView.class, project -> ProjectView.of(project, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getProject",
            summary = "Read a project",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<ProjectView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var project = projects.get(id, caller.get());
        return asOf == null ? answer(project) : past.asOf(asOf, project, ProjectView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "projectHistory",
            summary = "A project's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(projects.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyProject",
            summary = "Verify a project's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(projects.get(id, caller.get()));
    }

    private RestResponse<ProjectView> answer(Project project) {
        var by = caller.get();
        return Answer.of(project, by, ProjectView.of(project, by));
    }
}
