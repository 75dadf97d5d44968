package city.c3po.portfolio.program;

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
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.Readers;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Programs and their verbs. */
@Path("/v1/programs")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Programs", description = "What holds projects together.")
class ProgramResource {
    private final Programs programs;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    ProgramResource(
            Programs programs,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDay day) {
        this.programs = programs;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @Schema(name = "Placement", description = "Into which program, and from which day on.")
    record Placement(
            @Schema(description = "Id of the program; null for none.") @Nullable UUID program,

            @Schema(description = "First day; today where it is left out. Never in the future.") @Nullable LocalDate from) {}

    @POST
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(operationId = "createProgram", summary = "Create a program", description = "A title is enough.")
    public RestResponse<ProgramView> create(@NotNull @Valid ProgramPlan body) {
        var by = caller.get();
        var at = clock.instant();
        var fresh = new Program(by, body, day.of(at).getYear(), at);
        return answer(programs.add(fresh, by, program -> program.create(by, at)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "editProgram",
            summary = "Edit a program",
            description = "Saying the same again changes nothing.")
    public RestResponse<ProgramView> edit(@PathParam("id") UUID id, @NotNull MergePatch<ProgramPlan> patch) {
        var by = caller.get();
        return answer(programs.edit(
                id,
                by,
                preconditions.seen(),
                ProgramAction.EDIT,
                program -> program.edit(by, patch.appliedTo(program.plan()), clock.instant())));
    }

    @POST
    @Path("/{id}/place")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "placeProgram",
            summary = "Place a program inside another one",
            description = "From a day on, which ends the present membership the day before. One parent at a time, and"
                    + " never inside itself, however deep.")
    public RestResponse<ProgramView> place(@PathParam("id") UUID id, @NotNull @Valid Placement body) {
        var at = clock.instant();
        var today = day.of(at);
        var from = body.from() == null ? today : body.from();
        return answer(programs.place(id, body.program(), from, today, caller.get(), preconditions.seen(), at));
    }

    @POST
    @Path("/{id}/close")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "closeProgram",
            summary = "Close a program",
            description = "Once nothing inside it is open. It does not open again.")
    public RestResponse<ProgramView> close(@PathParam("id") UUID id) {
        return answer(programs.close(id, caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listPrograms",
            summary = "List programs",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<ProgramView> list(
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable ProgramState state,
            @Parameter(description = "Only those now inside this program.") @QueryParam("parent") @Nullable UUID parent,
            @Parameter(description = "Only (or no) sample data.") @QueryParam("sampleData") @Nullable Boolean sampleData,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") ProgramOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Program.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .where(
                        "r.id in (select m.child from membership m where m.kind = 'program' and m.program = :parent"
                                + " and upper_inf(m.valid))",
                        "parent",
                        parent)
                .where("r.sample_data = :sampleData", "sampleData", sampleData)
                .orderedBy(sort)
                .answer(paging, ProgramView.class, program -> ProgramView.of(program, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getProgram",
            summary = "Read a program",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<ProgramView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var program = programs.get(id, caller.get());
        return asOf == null ? answer(program) : past.asOf(asOf, program, ProgramView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "programHistory",
            summary = "A program's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(programs.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyProgram",
            summary = "Verify a program's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(programs.get(id, caller.get()));
    }

    private RestResponse<ProgramView> answer(Program program) {
        var by = caller.get();
        return Answer.of(program, by, ProgramView.of(program, by));
    }
}
