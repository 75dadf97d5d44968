package city.c3po.platform.note;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.value.Money;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.MergePatch;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
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
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/notes")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Notes", description = "What is worth remembering.")
public class NoteResource {
    private final Notes notes;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    NoteResource(
            Notes notes,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.notes = notes;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    public record NewNote(
            @NotBlank @Size(max = 200) String title,
            @Size(max = 5000) @Nullable String text,
            @Valid @Nullable Money cost,
            boolean confidential,
            @Size(max = 3) @Nullable List<@NotBlank @Size(max = 10) String> labels) {}

    public record NoteEdit(
            @NotBlank @Size(max = 200) String title,
            @Size(max = 5000) @Nullable String text,
            @Valid @Nullable Money cost) {
        static NoteEdit of(Note note) {
            return new NoteEdit(note.title(), note.text(), note.cost());
        }
    }

    @POST
    @Write
    @RolesAllowed(Roles.SUBMITTER)
    @Operation(operationId = "createNote", summary = "Write a note", description = "Anybody's first request.")
    public RestResponse<NoteView> create(@NotNull @Valid NewNote body) {
        var by = caller.get();
        var note = notes.add(
                new Note(body.confidential()),
                by,
                n -> n.write(by, body.title(), body.text(), body.cost(), clock.instant()));
        return Answer.of(note, by, NoteView.of(note, by));
    }

    @GET
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.READER})
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @Operation(operationId = "listNotes", summary = "List notes", description = "All that you may see.")
    public Page<NoteView> list(
            @Parameter(description = "Only notes in this state.") @QueryParam("state") @Nullable NoteState state,
            @Parameter(description = "Only notes that cost at least this many dollars.")
                    @QueryParam("minCost")
                    @Nullable Integer minCost,
            @Parameter(description = "Only notes of this day, in UTC.") @QueryParam("on") @Nullable LocalDate on,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") NoteOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Note.class)
                .visibleTo(by)
                .where("r.state = :state", "state", state)
                .where("r.cost >= :minCost", "minCost", minCost)
                .where("cast(r.created_at at time zone 'UTC' as date) = :day", "day", on)
                .orderedBy(sort)
                .answer(paging, NoteView.class, note -> NoteView.of(note, by));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.READER})
    @Operation(operationId = "getNote", summary = "Read a note", description = "As it is, or as it was.")
    public RestResponse<NoteView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var by = caller.get();
        var note = notes.get(id, by);
        return asOf == null ? Answer.of(note, by, NoteView.of(note, by)) : past.asOf(asOf, note, NoteView.class);
    }

    @PUT
    @Path("/{id}")
    @Write
    @RolesAllowed(Roles.SUBMITTER)
    @Operation(operationId = "replaceNote", summary = "Replace a note", description = "All of its editable part.")
    public RestResponse<NoteView> replace(@PathParam("id") UUID id, @NotNull @Valid NoteEdit body) {
        var by = caller.get();
        var note = notes.change(
                id,
                by,
                preconditions.seen(),
                NoteAction.EDIT,
                n -> n.edit(by, body.title(), body.text(), body.cost(), clock.instant()));
        return Answer.of(note, by, NoteView.of(note, by));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH)
    @Write
    @RolesAllowed(Roles.SUBMITTER)
    @Operation(operationId = "editNote", summary = "Edit a note", description = "Parts of it.")
    public RestResponse<NoteView> edit(@PathParam("id") UUID id, @NotNull MergePatch<NoteEdit> patch) {
        var by = caller.get();
        var note = notes.change(id, by, preconditions.seen(), NoteAction.EDIT, n -> {
            var edit = patch.appliedTo(NoteEdit.of(n));
            return n.edit(by, edit.title(), edit.text(), edit.cost(), clock.instant());
        });
        return Answer.of(note, by, NoteView.of(note, by));
    }

    @POST
    @Path("/{id}/archive")
    @Write
    @RolesAllowed(Roles.SUBMITTER)
    @Operation(operationId = "archiveNote", summary = "Archive a note", description = "For good.")
    public RestResponse<NoteView> archive(@PathParam("id") UUID id) {
        var by = caller.get();
        var note = notes.change(id, by, preconditions.seen(), NoteAction.ARCHIVE, n -> n.archive(by, clock.instant()));
        return Answer.of(note, by, NoteView.of(note, by));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER})
    @Operation(operationId = "noteHistory", summary = "A note's life", description = "Oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(notes.get(id, caller.get()), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed("${note.auditors}")
    @Operation(
            operationId = "verifyNote",
            summary = "Verify a note's chain",
            description = "Names the first broken row.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(notes.get(id, caller.get()));
    }
}
