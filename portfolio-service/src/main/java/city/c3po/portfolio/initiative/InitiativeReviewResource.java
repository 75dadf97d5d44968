package city.c3po.portfolio.initiative;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import city.c3po.portfolio.goal.Goals;
import city.c3po.portfolio.reference.FeederPreconditions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a review adds: answers to lessons of others, and how much the initiative serves the city's goals. */
@Path("/v1/initiatives/{id}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Initiative review", description = "Lessons of others that apply, and goals that it serves.")
class InitiativeReviewResource {
    private final Initiatives initiatives;
    private final Goals goals;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    InitiativeReviewResource(
            Initiatives initiatives,
            Goals goals,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.initiatives = initiatives;
        this.goals = goals;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(name = "LessonAnswered", description = "What the department makes of a lesson.")
    record LessonAnswered(
            @Schema(description = "Id of one of its lessons.") @NotNull UUID lesson,

            @Schema(description = "ACCEPTED: the recommended check is made. WAIVED: it does not apply.") @NotNull LessonAnswer.Verdict answer,

            @NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "AlignmentSaid", description = "How much it serves a goal.")
    record AlignmentSaid(
            @Schema(description = "Id of the goal.") @NotNull UUID goal,

            @Schema(description = "0 not at all, 1 a little, 2 well, 3 it is about it.") @NotNull @Min(0) @Max(3) Integer level,

            @Schema(description = "Why, in one sentence.") @NotBlank @Size(max = 500) String sentence) {}

    @POST
    @Path("/answer-lesson")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.FEEDER})
    @Operation(
            operationId = "answerLesson",
            summary = "Accept or waive a lesson",
            description = "Each lesson with one of its tags is answered, with a reason, before the office routes it.")
    public RestResponse<InitiativeView> answerLesson(@PathParam("id") UUID id, @NotNull @Valid LessonAnswered body) {
        var by = caller.get();
        return answer(initiatives.change(
                id,
                by,
                FeederPreconditions.seen(preconditions, by),
                InitiativeAction.ANSWER_LESSON,
                initiative ->
                        initiative.answerLesson(by, body.lesson(), body.answer(), body.reason(), clock.instant())));
    }

    @POST
    @Path("/align")
    @Write
    @RolesAllowed(Roles.PORTFOLIO_MANAGER)
    @Operation(
            operationId = "alignInitiative",
            summary = "Say how much it serves a goal",
            description = "0 to 3, with a sentence. Saying it again replaces what was said.")
    public RestResponse<InitiativeView> align(@PathParam("id") UUID id, @NotNull @Valid AlignmentSaid body) {
        var by = caller.get();
        return answer(initiatives.change(
                id,
                by,
                preconditions.seen(),
                InitiativeAction.ALIGN,
                initiative -> initiative.align(
                        by, goals.pursued(body.goal(), by), body.level(), body.sentence(), clock.instant())));
    }

    private RestResponse<InitiativeView> answer(Initiative initiative) {
        var by = caller.get();
        return Answer.of(initiative, by, InitiativeView.of(initiative, by));
    }
}
