package city.c3po.charter.signing;

import city.c3po.charter.charter.CharterDesk;
import city.c3po.charter.charter.Charters;
import city.c3po.charter.charter.Purpose;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Order;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sign-offs of a charter, by seat. */
@Path("/v1/charters/{id}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Sign-offs", description = "One seat's answer to one hash: viewed, signed, declined.")
class SignOffResource {
    static final String SEAT = "[a-z-]{2,40}(\\.DEP-[A-Z0-9][A-Z0-9-]{0,30})?";
    private static final String ANY_ROLE = "${c3po.roles.any}";
    private static final String PURPOSE =
            "ADOPT or RATIFY; left out: what the seat was last asked for by the charter (COMMIT, AMEND, ACCEPT).";

    private final SeatAnswers answers;
    private final Charters charters;
    private final CharterDesk desk;
    private final Listings listings;
    private final Past past;
    private final Preconditions preconditions;
    private final SecurityIdentity identity;

    SignOffResource(
            SeatAnswers answers,
            Charters charters,
            CharterDesk desk,
            Listings listings,
            Past past,
            Preconditions preconditions,
            SecurityIdentity identity) {
        this.answers = answers;
        this.charters = charters;
        this.desk = desk;
        this.listings = listings;
        this.past = past;
        this.preconditions = preconditions;
        this.identity = identity;
    }

    /** The order of what was asked. */
    private enum AsAsked implements Order {
        OLDEST;

        @Override
        public String column() {
            return "r.created_at";
        }

        @Override
        public String sqlType() {
            return "timestamptz";
        }

        @Override
        public boolean descending() {
            return false;
        }
    }

    private enum AsTried implements Order {
        OLDEST;

        @Override
        public String column() {
            return "r.attempted_at";
        }

        @Override
        public String sqlType() {
            return "timestamptz";
        }

        @Override
        public boolean descending() {
            return false;
        }
    }

    @GET
    @Path("/sign-offs")
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listSignOffs",
            summary = "List all sign-offs of a charter",
            description = "Of every round, oldest first; as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<SignOffView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only in this status.") @QueryParam("status") @Nullable SignOffStatus status,
            @Parameter(description = "Only for this purpose.") @QueryParam("purpose") @Nullable Purpose purpose,
            @BeanParam @Valid Paging paging) {
        var by = desk.by();
        charters.get(id, by);
        return listings.of(SignOff.class)
                .visibleTo(by)
                .where("r.charter = :charter", "charter", id)
                .where("r.status = :status", "status", status)
                .where("r.purpose = :purpose", "purpose", purpose)
                .orderedBy(AsAsked.OLDEST)
                .answer(paging, SignOffView.class, signOff -> SignOffView.of(signOff, by));
    }

    @GET
    @Path("/sign-off-attempts")
    @RolesAllowed({Roles.PORTFOLIO_MANAGER, Roles.AUDITOR, Roles.SIGNATORY})
    @Operation(
            operationId = "listSigningAttempts",
            summary = "List refused attempts to sign",
            description = "Who tried what, and why it was refused; oldest first.")
    public Page<SigningAttemptView> attempts(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        var by = desk.by();
        charters.get(id, by);
        return listings.of(SigningAttempt.class)
                .visibleTo(by)
                .where("r.charter = :charter", "charter", id)
                .orderedBy(AsTried.OLDEST)
                .answer(paging, SigningAttemptView.class, SigningAttemptView::of);
    }

    @GET
    @Path("/sign-offs/{seat}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getSignOff",
            summary = "Read a seat's sign-off",
            description =
                    "What is signed (contentVersion, contentHash, statement), by whom, and the receipt once it is.")
    public RestResponse<SignOffView> get(
            @PathParam("id") UUID id,
            @PathParam("seat") @Pattern(regexp = SEAT) String seat,
            @Parameter(description = PURPOSE) @QueryParam("purpose") @Nullable Purpose purpose) {
        var by = desk.by();
        return answer(answers.meet(charters.get(id, by), seat, purpose, by, desk.now()));
    }

    @POST
    @Path("/sign-offs/{seat}/view")
    @Write
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            operationId = "viewSignOff",
            summary = "Mark as viewed",
            description = "By whoever holds the seat or signs for them: I have read this version.")
    public RestResponse<SignOffView> view(
            @PathParam("id") UUID id,
            @PathParam("seat") @Pattern(regexp = SEAT) String seat,
            @Parameter(description = PURPOSE) @QueryParam("purpose") @Nullable Purpose purpose) {
        return answer(answers.view(id, seat, purpose, desk.by(), preconditions.seen(), desk.now()));
    }

    @POST
    @Path("/sign-offs/{seat}/sign")
    @Write
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            operationId = "signSignOff",
            summary = "Sign",
            description = "Echo version, hash and statement, with a login that is at most five minutes old (401"
                    + " insufficient-user-authentication otherwise, RFC 9470). The answer holds the receipt, a JWS.")
    public RestResponse<SignOffView> sign(
            @PathParam("id") UUID id,
            @PathParam("seat") @Pattern(regexp = SEAT) String seat,
            @Parameter(description = PURPOSE) @QueryParam("purpose") @Nullable Purpose purpose,
            @NotNull @Valid Echo body) {
        return answer(answers.sign(id, seat, purpose, desk.by(), login(), preconditions.seen(), body, desk.now()));
    }

    @Schema(name = "SignOffDecline", description = "Why it is not signed.")
    record Declined(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("/sign-offs/{seat}/decline")
    @Write
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            operationId = "declineSignOff",
            summary = "Decline",
            description = "With a reason. It ends the signing: COMMITTING → DRAFT, AMENDING → COMMITTED, ACCEPTING →"
                    + " NOT_ACCEPTED; authors and whoever signed are told.")
    public RestResponse<SignOffView> decline(
            @PathParam("id") UUID id,
            @PathParam("seat") @Pattern(regexp = SEAT) String seat,
            @Parameter(description = PURPOSE) @QueryParam("purpose") @Nullable Purpose purpose,
            @NotNull @Valid Declined body) {
        return answer(answers.decline(id, seat, purpose, desk.by(), preconditions.seen(), body.reason(), desk.now()));
    }

    @GET
    @Path("/sign-offs/{seat}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "signOffHistory",
            summary = "A sign-off's history",
            description = "Who did what, when; oldest first.")
    public Page<History.Entry> history(
            @PathParam("id") UUID id,
            @PathParam("seat") @Pattern(regexp = SEAT) String seat,
            @Parameter(description = PURPOSE) @QueryParam("purpose") @Nullable Purpose purpose,
            @BeanParam @Valid Paging paging) {
        var by = desk.by();
        return past.of(answers.meet(charters.get(id, by), seat, purpose, by, desk.now()), paging);
    }

    private SeatAnswers.Login login() {
        return new SeatAnswers.Login(
                identity.getPrincipal() instanceof JsonWebToken token ? token.<String>getClaim("acr") : null);
    }

    private RestResponse<SignOffView> answer(SignOff signOff) {
        var by = desk.by();
        return Answer.of(signOff, by, SignOffView.of(signOff, by));
    }
}
