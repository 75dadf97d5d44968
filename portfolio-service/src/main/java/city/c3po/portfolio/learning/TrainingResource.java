package city.c3po.portfolio.learning;

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
import city.c3po.portfolio.reference.Codes;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Trainings. */
@Path("/v1/trainings")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Trainings", description = "What the office teaches, and who was there.")
class TrainingResource {
    private final Trainings trainings;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    TrainingResource(
            Trainings trainings,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDay day) {
        this.trainings = trainings;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @Schema(name = "NewTrainingSession")
    record NewSession(
            @NotNull LocalDate day,
            @Nullable @Size(max = 200) String place,

            @Schema(description = "Subject of who teaches.") @NotNull @Pattern(regexp = Codes.SUBJECT) String trainer) {}

    @Schema(name = "Attendance")
    record Attendance(
            @NotNull UUID session,

            @Schema(description = "Subjects of who was there.") @NotNull @Size(max = 500) List<@NotNull @Pattern(regexp = Codes.SUBJECT) String> people) {}

    @POST
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "planTraining",
            summary = "Plan a training",
            description = "A title is enough; sessions follow.")
    public RestResponse<TrainingView> plan(@NotNull @Valid TrainingPlan body) {
        var by = caller.get();
        var at = clock.instant();
        return answer(
                trainings.add(new Training(by, body, day.of(at).getYear(), at), by, training -> training.plan(by, at)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "editTraining",
            summary = "Edit a training",
            description = "Saying the same again changes nothing.")
    public RestResponse<TrainingView> edit(@PathParam("id") UUID id, @NotNull MergePatch<TrainingPlan> patch) {
        var by = caller.get();
        return answer(trainings.edit(
                id,
                by,
                preconditions.seen(),
                TrainingAction.EDIT,
                training -> training.edit(by, patch.appliedTo(training.plan()), clock.instant())));
    }

    @POST
    @Path("/{id}/add-session")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "addTrainingSession",
            summary = "Add a session",
            description = "A day, a place and who teaches.")
    public RestResponse<TrainingView> addSession(@PathParam("id") UUID id, @NotNull @Valid NewSession body) {
        var by = caller.get();
        return answer(trainings.change(
                id,
                by,
                preconditions.seen(),
                TrainingAction.ADD_SESSION,
                training -> training.addSession(by, body.day(), body.place(), body.trainer(), clock.instant())));
    }

    @POST
    @Path("/{id}/record-attendance")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "recordAttendance",
            summary = "Record who was there",
            description = "On the session's day or later; saying it again corrects it.")
    public RestResponse<TrainingView> recordAttendance(@PathParam("id") UUID id, @NotNull @Valid Attendance body) {
        var by = caller.get();
        var at = clock.instant();
        return answer(trainings.change(
                id,
                by,
                preconditions.seen(),
                TrainingAction.RECORD_ATTENDANCE,
                training -> training.recordAttendance(by, body.session(), body.people(), day.of(at), at)));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listTrainings",
            summary = "List trainings",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<TrainingView> list(
            @Parameter(description = "Only (or no) sample data.") @QueryParam("sampleData") @Nullable Boolean sampleData,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") TrainingOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Training.class)
                .visibleTo(by)
                .where("r.sample_data = :sampleData", "sampleData", sampleData)
                .orderedBy(sort)
                .answer(paging, TrainingView.class, training -> TrainingView.of(training, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getTraining",
            summary = "Read a training",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<TrainingView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var training = trainings.get(id, caller.get());
        return asOf == null ? answer(training) : past.asOf(asOf, training, TrainingView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "trainingHistory",
            summary = "A training's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(trainings.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyTraining",
            summary = "Verify a training's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(trainings.get(id, caller.get()));
    }

    private RestResponse<TrainingView> answer(Training training) {
        var by = caller.get();
        return Answer.of(training, by, TrainingView.of(training, by));
    }
}
