package city.c3po.portfolio.lesson;

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
import jakarta.validation.constraints.NotBlank;
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
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Lessons. */
@Path("/v1/lessons")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Lessons", description = "What projects taught, found by the next initiative.")
class LessonResource {
    private final Lessons lessons;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    LessonResource(
            Lessons lessons,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDay day) {
        this.lessons = lessons;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @Schema(name = "LessonRetirement")
    record Retirement(@NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SUBMITTER, Roles.BOARD_MEMBER, Roles.SIGNATORY, Roles.AUDITOR})
    @Operation(
            operationId = "recordLesson",
            summary = "Record a lesson",
            description = "Initiatives with one of its tags find it when they are submitted.")
    public RestResponse<LessonView> record(@NotNull @Valid LessonText body) {
        var at = clock.instant();
        return answer(lessons.record(caller.get(), body, day.of(at).getYear(), at));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SUBMITTER, Roles.BOARD_MEMBER, Roles.SIGNATORY, Roles.AUDITOR})
    @Operation(
            operationId = "editLesson",
            summary = "Edit a lesson",
            description = "By who recorded it, or the portfolio office.")
    public RestResponse<LessonView> edit(@PathParam("id") UUID id, @NotNull MergePatch<LessonText> patch) {
        var by = caller.get();
        return answer(lessons.edit(
                id,
                by,
                preconditions.seen(),
                LessonAction.EDIT,
                lesson -> lesson.edit(by, patch.appliedTo(lesson.text()), lessons::taughtBy, clock.instant())));
    }

    @POST
    @Path("/{id}/retire")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SUBMITTER, Roles.BOARD_MEMBER, Roles.SIGNATORY, Roles.AUDITOR})
    @Operation(
            operationId = "retireLesson",
            summary = "Retire a lesson",
            description = "New initiatives no longer find it.")
    public RestResponse<LessonView> retire(@PathParam("id") UUID id, @NotNull @Valid Retirement body) {
        var by = caller.get();
        return answer(lessons.change(
                id,
                by,
                preconditions.seen(),
                LessonAction.RETIRE,
                lesson -> lesson.retire(by, body.reason(), clock.instant())));
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listLessons",
            summary = "List lessons",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<LessonView> list(
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable LessonState state,
            @Parameter(description = "Only with this tag.") @QueryParam("tag") @Size(max = 40) @Nullable String tag,
            @Parameter(description = "Only (or no) sample data.") @QueryParam("sampleData") @Nullable Boolean sampleData,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") LessonOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Lesson.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .where("jsonb_exists(r.text -> 'tags', :tag)", "tag", tag)
                .where("r.sample_data = :sampleData", "sampleData", sampleData)
                .orderedBy(sort)
                .answer(paging, LessonView.class, lesson -> LessonView.of(lesson, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getLesson",
            summary = "Read a lesson",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<LessonView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var lesson = lessons.get(id, caller.get());
        return asOf == null ? answer(lesson) : past.asOf(asOf, lesson, LessonView.class);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "lessonHistory",
            summary = "A lesson's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(lessons.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyLesson",
            summary = "Verify a lesson's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(lessons.get(id, caller.get()));
    }

    private RestResponse<LessonView> answer(Lesson lesson) {
        var by = caller.get();
        return Answer.of(lesson, by, LessonView.of(lesson, by));
    }
}
