package city.c3po.audit.control;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The controls, and the subjects behind their numbers. */
@Path("/v1/controls")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(
        name = "Controls",
        description = "Living evidence: measures over what the other services tell, with their subjects.")
class ControlResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";

    private final Controls controls;
    private final ControlSubjects subjects;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;

    ControlResource(
            Controls controls,
            ControlSubjects subjects,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions) {
        this.controls = controls;
        this.subjects = subjects;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON, MediaTypes.XLSX})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listControls",
            summary = "List the controls",
            description = "Ten are built in, one for each recommendation of the audit of 2019.")
    public Page<ControlView> list(
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NUMBER") ControlOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Control.class)
                .visibleTo(by)
                .orderedBy(sort)
                .answer(paging, ControlView.class, one -> ControlView.of(one, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getControl",
            summary = "A control",
            description = "With its measure, its target, and what it supports; as recorded at an instant with asOf.")
    public RestResponse<ControlView> get(
            @PathParam("id") String id,
            @Parameter(description = "As it was recorded then.") @QueryParam("asOf") @Nullable Instant asOf) {
        var one = controls.get(id, caller.get());
        return asOf == null ? answer(one) : past.asOf(asOf, one, ControlView.class);
    }

    @GET
    @Path("/{id}/subjects")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listControlSubjects",
            summary = "The subjects behind the number",
            description =
                    "Each subject of the denominator that you may see, with its share of the numerator and what it lacks, as last judged.")
    public Page<SubjectView> subjects(
            @PathParam("id") String id,
            @Parameter(description = "Only those that have all that is asked, or only those that do not.")
                    @QueryParam("met")
                    @Nullable Boolean met,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return subjects.page(controls.get(id, by).id(), met, by, paging);
    }

    @Schema(name = "NewControlTarget", description = "What the measure should reach.")
    record Target(
            @Schema(examples = "0.95")
            @NotNull @DecimalMin("0.0001") @DecimalMax("1") @Digits(integer = 1, fraction = 4) BigDecimal target) {}

    @PUT
    @Path("/{id}/target")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "setControlTarget",
            summary = "Say what the measure should reach",
            description =
                    "By the body whose recommendations it measures. Periods that are over keep the target they had.")
    public RestResponse<ControlView> target(@PathParam("id") String id, @NotNull @Valid Target body) {
        return answer(controls.setTarget(id, caller.get(), preconditions.seen(), body.target()));
    }

    @Schema(name = "NewControlSupport", description = "A recommendation, and which of its elements.")
    record Supported(
            @NotNull UUID recommendation,

            @Schema(description = "Keys of elements; all if left out.") @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = "E[0-9]{1,3}") String> elements) {}

    @Schema(name = "NewControlSupports", description = "All recommendations that the measure supports.")
    record Supports(@NotNull @Size(max = 50) List<@NotNull @Valid Supported> supports) {

        Map<UUID, List<String>> byRecommendation() {
            var wanted = new LinkedHashMap<UUID, List<String>>();
            for (var one : supports) {
                ControlRule.NAMED_ONCE.require(
                        wanted.put(one.recommendation(), one.elements() == null ? List.of() : one.elements()) == null);
            }
            return wanted;
        }
    }

    @PUT
    @Path("/{id}/supports")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            operationId = "nameControlSupports",
            summary = "Say what the measure supports",
            description =
                    "By the body that issued the recommendations. The measure goes with each of them from now on; a recommendation has one measure.")
    public RestResponse<ControlView> supports(@PathParam("id") String id, @NotNull @Valid Supports body) {
        return answer(controls.support(id, caller.get(), preconditions.seen(), body.byRecommendation()));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "controlHistory",
            summary = "Its history",
            description = "Each change of the measure, oldest first.")
    public Page<History.Entry> history(@PathParam("id") String id, @BeanParam @Valid Paging paging) {
        return past.of(controls.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "verifyControlHistory",
            summary = "Verify its history",
            description = "Whether the chain of hashes holds, and the first row that breaks it.")
    public History.Verification verify(@PathParam("id") String id) {
        return past.verified(controls.get(id, caller.get()));
    }

    private RestResponse<ControlView> answer(Control one) {
        var by = caller.get();
        return Answer.of(one, by, ControlView.of(one, by));
    }
}
