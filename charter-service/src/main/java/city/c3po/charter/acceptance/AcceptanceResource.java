package city.c3po.charter.acceptance;

import static city.c3po.charter.acceptance.AcceptanceRule.STILL_DEFERRED;

import city.c3po.charter.charter.Acceptance;
import city.c3po.charter.charter.Assessment;
import city.c3po.charter.charter.Assessment.Verdict;
import city.c3po.charter.charter.Charter;
import city.c3po.charter.charter.CharterAction;
import city.c3po.charter.charter.CharterDesk;
import city.c3po.charter.charter.CharterView;
import city.c3po.charter.charter.Charters;
import city.c3po.charter.charter.Seat;
import city.c3po.charter.project.CityDays;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.value.Money;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Acceptance, from the first finding to the last exception. */
@Path("/v1/charters/{id}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Acceptance", description = "What was committed beside what was delivered, accepted by the same people.")
class AcceptanceResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";
    private static final String CRITERION = "[A-Za-z0-9-]{1,40}";

    private final Deliveries deliveries;
    private final Charters charters;
    private final CharterDesk desk;
    private final Preconditions preconditions;
    private final CityDays days;

    AcceptanceResource(
            Deliveries deliveries, Charters charters, CharterDesk desk, Preconditions preconditions, CityDays days) {
        this.deliveries = deliveries;
        this.charters = charters;
        this.desk = desk;
        this.preconditions = preconditions;
        this.days = days;
    }

    @POST
    @Path("/start-acceptance")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "startAcceptance",
            summary = "Start an attempt",
            description = "COMMITTED or NOT_ACCEPTED → ACCEPTING, numbered; never while an amendment is being signed.")
    public RestResponse<CharterView> start(@PathParam("id") UUID id) {
        return desk.change(id, preconditions.seen(), CharterAction.START_ACCEPTANCE, Charter::startAcceptance);
    }

    @PUT
    @Path("/acceptance/criteria/{criterion}")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "assessCriterion",
            summary = "Say what was found of a criterion",
            description =
                    "PASS with evidence, FAIL with a reason, WAIVED by the sponsor with a reason, DEFERRED to an owner"
                            + " by a day. The last word before the statement counts.")
    public RestResponse<CharterView> assess(
            @PathParam("id") UUID id,
            @PathParam("criterion") @Pattern(regexp = CRITERION) String criterion,
            @NotNull @Valid Finding body) {
        return desk.change(id, preconditions.seen(), CharterAction.ASSESS, (charter, by, at) -> {
            charter.requirePossible(by, CharterAction.ASSESS);
            return charter.assess(
                    by, body.of(charter, criterion, by, days.calendar().dateOf(at), at), at);
        });
    }

    @Schema(name = "MeasuredValue", description = "The actual value of an objective or benefit.")
    record Measured(
            @Schema(description = "Its place in the charter; the first is 0.") @NotNull @Min(0) @Max(99) Integer index,

            @NotBlank @Size(max = 500) String actual) {}

    @Schema(name = "DeliveryActuals", description = "What was delivered, as far as no event of portfolio says it.")
    record Actuals(
            @Nullable @Valid Money cost,
            @Nullable LocalDate finish,
            @Nullable @Size(max = 100) List<@NotNull @Valid Measured> objectives,
            @Nullable @Size(max = 100) List<@NotNull @Valid Measured> benefits,

            @Schema(description = "Needed with cost or finish.") @Nullable @Size(max = 50) List<@NotBlank @Size(max = 1000) String> evidence) {

        Acceptance.Actuals said() {
            return new Acceptance.Actuals(
                    cost, finish, measured(objectives), measured(benefits), evidence == null ? List.of() : evidence);
        }

        private static List<Acceptance.Measured> measured(@Nullable List<Measured> values) {
            return values == null
                    ? List.of()
                    : values.stream()
                            .map(value -> new Acceptance.Measured(value.index(), value.actual()))
                            .toList();
        }
    }

    @POST
    @Path("/acceptance/statement")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "stateDelivery",
            summary = "Freeze the statement and have it signed",
            description =
                    "Every committed criterion must be assessed. Actual cost and finish come from portfolio's events;"
                            + " until then they are entered with evidence. The seats that committed sign the statement's hash.")
    @APIResponse(responseCode = "200", description = "The charter, with its sign-offs.")
    public RestResponse<CharterView> state(@PathParam("id") UUID id, @NotNull @Valid Actuals body) {
        return desk.answer(deliveries.state(id, desk.by(), preconditions.seen(), body.said(), desk.now()));
    }

    @GET
    @Path("/acceptance/statement")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "readDeliveryStatement",
            summary = "Read the statement",
            description =
                    "Committed, amended, actual and variance of each deliverable, objective, cost, finish and benefit,"
                            + " as it would be signed now. 404 before an acceptance was started.")
    public DeliveryStatement statement(@PathParam("id") UUID id) {
        return deliveries.statement(charters.get(id, desk.by()), null);
    }

    @Schema(name = "ExceptionSettled", description = "What shows that a deferred criterion is met now.")
    record Settled(@NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 1000) String> evidence) {}

    @POST
    @Path("/acceptance/criteria/{criterion}/resolve")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "resolveException",
            summary = "Settle a deferred criterion",
            description = "By its owner or the authors, with evidence. The last one makes the charter ACCEPTED.")
    public RestResponse<CharterView> resolve(
            @PathParam("id") UUID id,
            @PathParam("criterion") @Pattern(regexp = CRITERION) String criterion,
            @NotNull @Valid Settled body) {
        return desk.change(id, preconditions.seen(), CharterAction.RESOLVE, (charter, by, at) -> {
            charter.requirePossible(by, CharterAction.RESOLVE);
            var deferred = charter.attempts().last().assessments().stream()
                    .filter(assessment -> assessment.criterion().equals(criterion))
                    .filter(assessment -> assessment.verdict() == Verdict.DEFERRED)
                    .findFirst()
                    .orElseThrow(STILL_DEFERRED::violated);
            var settled = new Assessment(
                    criterion,
                    Verdict.PASS,
                    deferred.reason(),
                    null,
                    deferred.owner(),
                    deferred.due(),
                    body.evidence(),
                    by.sub(),
                    at);
            return charter.resolve(by, settled, at);
        });
    }

    @Schema(name = "AcceptanceRecord", description = "Who committed, adopted and accepted; every attempt.")
    record Record(List<SeatRecord> seats, List<Acceptance> attempts) {}

    @Schema(name = "AcceptanceSeat", description = "Who committed, adopted and accepted in a seat.")
    record SeatRecord(
            String seat,
            @Nullable String committedBy,
            @Nullable String adoptedBy,
            @Nullable String acceptedBy) {
        static SeatRecord of(Seat seat) {
            return new SeatRecord(seat.key(), seat.committedBy(), seat.adoptedBy(), seat.acceptedBy());
        }
    }

    @GET
    @Path("/acceptance")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "acceptanceRecord",
            summary = "The record of acceptance",
            description = "Per seat: committed by, adopted by, accepted by; and every attempt with its findings.")
    public Record record(@PathParam("id") UUID id) {
        var charter = charters.get(id, desk.by());
        return new Record(
                charter.roster().seats().stream().map(SeatRecord::of).toList(),
                charter.attempts().all());
    }
}
