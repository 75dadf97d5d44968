package city.c3po.portfolio.initiative;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
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
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.Codes;
import city.c3po.portfolio.reference.ExternalRefs;
import city.c3po.portfolio.reference.FeederPreconditions;
import city.c3po.portfolio.reference.Readers;
import city.c3po.portfolio.triage.Outcome;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Writing, reading and finding initiatives. Their verbs: {@link InitiativeVerbResource}. */
@Path("/v1/initiatives")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Initiatives", description = "What departments ask for, from draft to routed.")
class InitiativeResource {
    /** As in the index. */
    private static final String SUBMITTED = InitiativeOrder.LAST_SUBMITTED.column();

    private final Initiatives initiatives;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;
    private final CityDay day;

    InitiativeResource(
            Initiatives initiatives,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock,
            CityDay day) {
        this.initiatives = initiatives;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
        this.day = day;
    }

    @POST
    @Write
    @RolesAllowed(Roles.SUBMITTER)
    @Operation(
            operationId = "draftInitiative",
            summary = "Draft an initiative",
            description =
                    "Title and sponsoring department are enough; the department must be one your token speaks for."
                            + " Everything else may follow by PATCH. Submit it when it is ready.")
    public RestResponse<InitiativeView> draft(@NotNull @Valid Proposal body) {
        var by = caller.get();
        return answer(initiatives.draft(by, body, null, clock.instant()));
    }

    @PUT
    @Path("/by-ref/{source}/{key}")
    @Write(creates = true)
    @RolesAllowed({Roles.SUBMITTER, Roles.FEEDER})
    @Operation(
            operationId = "putInitiativeByRef",
            summary = "Draft or revise an initiative by your own key",
            description =
                    "Creates it the first time (If-None-Match: *), says it anew after that (If-Match). A feeder needs"
                            + " neither on records of its own source. After submission a change makes a revision, which is triaged"
                            + " at once. Saying the same again changes nothing.")
    public RestResponse<InitiativeView> putByRef(
            @Parameter(description = "The department system; one of your own sources.", example = "finance")
                    @PathParam("source")
                    @Size(max = 50) @Pattern(regexp = Codes.SOURCE) String source,
            @Parameter(description = "That system's key.", example = "PRJ-00815") @PathParam("key") @Size(max = 200) String key,
            @NotNull @Valid Proposal body) {
        var by = caller.get();
        var seen = FeederPreconditions.seen(preconditions, by);
        return answer(initiatives.put(new ExternalRef(source, key), by, seen, body, clock.instant()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.FEEDER})
    @Operation(
            operationId = "editInitiative",
            summary = "Edit an initiative",
            description =
                    "A draft is simply changed. Once submitted, the change makes a numbered revision, which is triaged"
                            + " in the same transaction; a delegated or reviewed one whose class changes is routed again.")
    public RestResponse<InitiativeView> edit(@PathParam("id") UUID id, @NotNull MergePatch<Proposal> patch) {
        var by = caller.get();
        var seen = FeederPreconditions.seen(preconditions, by);
        return answer(initiatives.edit(id, by, seen, patch::appliedTo, clock.instant()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getInitiative",
            summary = "Read an initiative",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<InitiativeView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var initiative = initiatives.get(id, caller.get());
        return asOf == null ? answer(initiative) : past.asOf(asOf, initiative, InitiativeView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listInitiatives",
            summary = "List initiatives",
            description = "All that you may see, as pages of JSON, or streamed as CSV or NDJSON. Filters narrow it down"
                    + " together.")
    public Page<InitiativeView> list(
            @Parameter(description = "Only in this state.") @QueryParam("state") @Nullable InitiativeState state,
            @Parameter(description = "Only sponsored by this department.")
                    @QueryParam("department")
                    @Size(max = 50) @Nullable String department,
            @Parameter(description = "Only with this outcome of triage.") @QueryParam("triageClass") @Nullable Outcome triageClass,
            @Parameter(description = "Only the one with this number.", example = "INI-2026-0042")
                    @QueryParam("number")
                    @Size(max = 50) @Nullable String number,
            @Parameter(description = "Only the one with this external reference.", example = "finance:PRJ-00815")
                    @QueryParam("externalRef")
                    @Pattern(regexp = ExternalRefs.PATTERN) @Size(max = 251) @Nullable String externalRef,
            @Parameter(description = "Only last submitted on this day or later.") @QueryParam("submittedFrom") @Nullable LocalDate submittedFrom,
            @Parameter(description = "Only last submitted on this day or earlier.") @QueryParam("submittedTo") @Nullable LocalDate submittedTo,
            @Parameter(description = "Only with all these words in the title.")
                    @QueryParam("q")
                    @Size(max = 200) @Nullable String words,
            @Parameter(description = "Only (or no) sample data.") @QueryParam("sampleData") @Nullable Boolean sampleData,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") InitiativeOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Initiative.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .where("r.sponsoring_department = :department", "department", department)
                .where("r.triage_class = :triageClass", "triageClass", triageClass)
                .where("r.number = :number", "number", number)
                .where("r.id = cast(" + ExternalRefs.recordOf(Initiatives.KIND) + " as uuid)", "ref", externalRef)
                .where(SUBMITTED + " >= :submittedFrom", "submittedFrom", startOf(submittedFrom, 0))
                .where(
                        SUBMITTED + " < :submittedTo and r.submitted_at is not null",
                        "submittedTo",
                        startOf(submittedTo, 1))
                .where("to_tsvector('simple', r.title) @@ plainto_tsquery('simple', :words)", "words", words)
                .where("r.sample_data = :sampleData", "sampleData", sampleData)
                .orderedBy(sort)
                .answer(paging, InitiativeView.class, initiative -> InitiativeView.of(initiative, by));
    }

    private @Nullable Instant startOf(@Nullable LocalDate date, int daysLater) {
        return date == null ? null : day.startOf(date.plusDays(daysLater));
    }

    private RestResponse<InitiativeView> answer(Initiative initiative) {
        var by = caller.get();
        return Answer.of(initiative, by, InitiativeView.of(initiative, by));
    }
}
