package city.c3po.charter.engagement;

import city.c3po.charter.engagement.KeyPosition.Nominee;
import city.c3po.charter.project.CityDays;
import city.c3po.platform.actor.Roles;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Key positions, and whom the vendor proposes for them. What the city answers: {@link KeyStaffAnswerResource}. */
@Path("/v1/engagements/{id}/key-positions/{position}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Key staff", description = "Key positions of a vendor's team, nominees, and the city's answers.")
class KeyStaffResource {
    static final String KEY = "[a-z0-9-]{1,60}";
    private static final int ANSWER_DAYS = 15;
    private static final int NOTICE_DAYS = 10;

    private final EngagementDesk desk;
    private final Preconditions preconditions;
    private final CityDays days;

    KeyStaffResource(EngagementDesk desk, Preconditions preconditions, CityDays days) {
        this.desk = desk;
        this.preconditions = preconditions;
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
        return desk.change(
                id,
                preconditions.seen(),
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
        return desk.change(
                id,
                preconditions.seen(),
                EngagementAction.NOMINATE,
                (engagement, by, at) -> engagement.nominate(
                        by, position, Nominee.proposed(by, body.name(), body.qualifications(), answerDue(at), at), at));
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
        return desk.change(id, preconditions.seen(), EngagementAction.NOMINATE, (engagement, by, at) -> {
            var nominee = Nominee.proposed(by, body.name(), body.qualifications(), answerDue(at), at)
                    .replacing(body.replaces(), body.reason(), body.lastDay(), body.overlapDays());
            var calendar = days.calendar();
            return engagement.substitute(
                    by, position, nominee, calendar.dateOf(calendar.deadline(at, NOTICE_DAYS)), at);
        });
    }

    private Instant answerDue(Instant at) {
        return days.calendar().deadline(at, ANSWER_DAYS);
    }
}
