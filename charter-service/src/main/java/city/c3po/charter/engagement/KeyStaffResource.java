package city.c3po.charter.engagement;

import city.c3po.charter.engagement.KeyPosition.Nominee;
import city.c3po.charter.project.CityDays;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Key positions, and who holds them. */
@Path("/v1/engagements/{id}/key-positions/{position}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Key staff", description = "Key positions of a vendor's team, nominees, and the city's answers.")
class KeyStaffResource {
    private static final String KEY = "[a-z0-9-]{1,60}";
    private static final int ANSWER_DAYS = 15;
    private static final int NOTICE_DAYS = 10;

    private final Engagements engagements;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDays days;

    KeyStaffResource(
            Engagements engagements,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDays days) {
        this.engagements = engagements;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.days = days;
    }

    @Schema(name = "KeyPositionPlan", description = "What a key position asks for.")
    record Plan(
            @NotBlank @Size(max = 200) String title,

            @Schema(description = "What whoever holds it must have.") @NotNull @Size(max = 30) List<@NotBlank @Size(max = 200) String> qualifications,

            @Schema(description = "Of full time.") @Min(1) @Max(100) int percent,

            @Schema(description = "By when the vendor names somebody.") @Nullable LocalDate nameBy) {}

    @PUT
    @Write
    @RolesAllowed({Roles.FEEDER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "planKeyPosition",
            summary = "Say what a key position asks for",
            description = "New or anew. A charter commits only when each has an approved person or a date by when.")
    public RestResponse<EngagementView> plan(
            @PathParam("id") UUID id,
            @PathParam("position") @Pattern(regexp = KEY) String position,
            @NotNull @Valid Plan body) {
        return change(
                id,
                EngagementAction.PLAN_POSITION,
                (engagement, by, at) -> engagement.plan(
                        by, position, body.title(), body.qualifications(), body.percent(), body.nameBy(), at));
    }

    @Schema(name = "KeyStaffNomination", description = "Whom the vendor proposes.")
    record Nomination(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 30) List<@NotBlank @Size(max = 200) String> qualifications) {}

    @POST
    @Path("/nominees")
    @Write
    @RolesAllowed({Roles.VENDOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "nominateKeyStaff",
            summary = "Nominate somebody",
            description = "By the vendor. The city answers within 15 business days; its silence is not approval.")
    @APIResponse(responseCode = "200", description = "The engagement, with one nominee more.")
    public RestResponse<EngagementView> nominate(
            @PathParam("id") UUID id,
            @PathParam("position") @Pattern(regexp = KEY) String position,
            @NotNull @Valid Nomination body) {
        return change(
                id,
                EngagementAction.NOMINATE,
                (engagement, by, at) ->
                        engagement.nominate(by, position, body.name(), body.qualifications(), answerDue(at), at));
    }

    @Schema(name = "KeyStaffSubstitution", description = "Who shall take the place of somebody active.")
    record Substitution(
            @Schema(description = "Id of the nominee who leaves.") @NotNull UUID replaces,

            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 30) List<@NotBlank @Size(max = 200) String> qualifications,
            @NotBlank @Size(max = 2000) String reason,

            @Schema(description = "Last day of who leaves; at least 10 business days away.") @NotNull LocalDate lastDay,

            @Schema(description = "Days on which both work.") @Min(0) @Max(365) int overlapDays) {}

    @POST
    @Path("/substitute")
    @Write
    @RolesAllowed({Roles.VENDOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "substituteKeyStaff",
            summary = "Propose a substitution",
            description = "With notice, a reason, overlap, and a nominee who is at least as qualified.")
    @APIResponse(responseCode = "200", description = "The engagement, with one nominee more.")
    public RestResponse<EngagementView> substitute(
            @PathParam("id") UUID id,
            @PathParam("position") @Pattern(regexp = KEY) String position,
            @NotNull @Valid Substitution body) {
        return change(id, EngagementAction.NOMINATE, (engagement, by, at) -> {
            var nominee = new Nominee(
                    Uuid7.next(),
                    body.name(),
                    body.qualifications(),
                    NomineeState.PROPOSED,
                    body.replaces(),
                    body.reason(),
                    body.lastDay(),
                    body.overlapDays(),
                    by.sub(),
                    at,
                    answerDue(at),
                    null,
                    null);
            var calendar = days.calendar();
            return engagement.substitute(
                    by, position, nominee, calendar.dateOf(calendar.deadline(at, NOTICE_DAYS)), at);
        });
    }

    @Schema(name = "KeyStaffAnswer", description = "What the city says with it.")
    record CityAnswer(@Nullable @Size(max = 2000) String comment) {}

    @POST
    @Path("/nominees/{nominee}/start-review")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "startKeyStaffReview",
            summary = "Start the review",
            description = "PROPOSED → UNDER_REVIEW.")
    public RestResponse<EngagementView> startKeyStaffReview(
            @PathParam("id") UUID id,
            @PathParam("position") @Pattern(regexp = KEY) String position,
            @PathParam("nominee") UUID nominee,
            @NotNull @Valid CityAnswer body) {
        return answer(id, position, nominee, NomineeState.UNDER_REVIEW, body);
    }

    @POST
    @Path("/nominees/{nominee}/approve")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "approveKeyStaff",
            summary = "Approve",
            description = "UNDER_REVIEW → APPROVED. Only this is approval; silence is not.")
    public RestResponse<EngagementView> approveKeyStaff(
            @PathParam("id") UUID id,
            @PathParam("position") @Pattern(regexp = KEY) String position,
            @PathParam("nominee") UUID nominee,
            @NotNull @Valid CityAnswer body) {
        return answer(id, position, nominee, NomineeState.APPROVED, body);
    }

    @POST
    @Path("/nominees/{nominee}/reject")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(operationId = "rejectKeyStaff", summary = "Reject", description = "UNDER_REVIEW → REJECTED.")
    public RestResponse<EngagementView> rejectKeyStaff(
            @PathParam("id") UUID id,
            @PathParam("position") @Pattern(regexp = KEY) String position,
            @PathParam("nominee") UUID nominee,
            @NotNull @Valid CityAnswer body) {
        return answer(id, position, nominee, NomineeState.REJECTED, body);
    }

    @POST
    @Path("/nominees/{nominee}/activate")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "activateKeyStaff",
            summary = "Say that they work in the position now",
            description = "APPROVED → ACTIVE; one person at a time.")
    public RestResponse<EngagementView> activateKeyStaff(
            @PathParam("id") UUID id,
            @PathParam("position") @Pattern(regexp = KEY) String position,
            @PathParam("nominee") UUID nominee,
            @NotNull @Valid CityAnswer body) {
        return answer(id, position, nominee, NomineeState.ACTIVE, body);
    }

    @POST
    @Path("/nominees/{nominee}/release")
    @Write
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(operationId = "releaseKeyStaff", summary = "Release", description = "APPROVED or ACTIVE → RELEASED.")
    public RestResponse<EngagementView> releaseKeyStaff(
            @PathParam("id") UUID id,
            @PathParam("position") @Pattern(regexp = KEY) String position,
            @PathParam("nominee") UUID nominee,
            @NotNull @Valid CityAnswer body) {
        return answer(id, position, nominee, NomineeState.RELEASED, body);
    }

    private RestResponse<EngagementView> answer(
            UUID id, String position, UUID nominee, NomineeState next, CityAnswer said) {
        return change(
                id,
                EngagementAction.ANSWER,
                (engagement, by, at) -> engagement.answer(by, position, nominee, next, said.comment(), at));
    }

    private Instant answerDue(Instant at) {
        return days.calendar().deadline(at, ANSWER_DAYS);
    }

    /** A verb of the aggregate with everything but who and when. */
    private interface Verb {
        List<EngagementEvent> on(Engagement engagement, Actor by, Instant at);
    }

    private RestResponse<EngagementView> change(UUID id, EngagementAction action, Verb verb) {
        var by = caller.get();
        var engagement =
                engagements.change(id, by, preconditions.seen(), action, found -> verb.on(found, by, clock.instant()));
        return Answer.of(engagement, by, EngagementView.of(engagement, by));
    }
}
