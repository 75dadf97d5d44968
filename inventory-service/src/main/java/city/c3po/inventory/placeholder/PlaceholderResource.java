package city.c3po.inventory.placeholder;

import city.c3po.inventory.reference.Readers;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Placeholders. */
@Path("/v1/placeholders/{list}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Placeholders", description = "Serials, UUIDs and tags that identify nothing.")
class PlaceholderResource {
    private final Placeholders placeholders;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    PlaceholderResource(
            Placeholders placeholders,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.placeholders = placeholders;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(
            name = "PlaceholderEntries",
            description = "All that identifies nothing; case and separators do not matter.")
    record Entries(
            @NotNull @Size(max = 1000) List<@NotNull @Pattern(regexp = "[\\x20-\\x7E]{1,100}") String> entries) {}

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getPlaceholders",
            summary = "Read the list",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<PlaceholderListView> get(
            @Parameter(description = "Which list; there is one.", example = "identity") @PathParam("list") String id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var list = placeholders.get(id, caller.get());
        return asOf == null ? answer(list) : past.asOf(asOf, list, PlaceholderListView.class);
    }

    @PUT
    @Write
    @RolesAllowed(Roles.POLICY_ADMIN)
    @Operation(
            operationId = "putPlaceholders",
            summary = "Say the list anew",
            description =
                    "All of it, with If-Match. What is on it identifies no asset any more; of what is taken off, whoever claims it first"
                            + " is known by it. Assets that were linked by it stay as they are: unmerge them, or correct them.")
    public RestResponse<PlaceholderListView> put(@PathParam("list") String id, @NotNull @Valid Entries body) {
        return answer(placeholders.record(id, body.entries(), caller.get(), preconditions.seen(), clock.instant()));
    }

    @GET
    @Path("/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "placeholderHistory",
            summary = "The list's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("list") String id, @BeanParam @Valid Paging paging) {
        return past.of(placeholders.get(id, caller.get()), paging);
    }

    @GET
    @Path("/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyPlaceholders",
            summary = "Verify the list's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("list") String id) {
        return past.verified(placeholders.get(id, caller.get()));
    }

    private RestResponse<PlaceholderListView> answer(PlaceholderList list) {
        var by = caller.get();
        return Answer.of(list, by, PlaceholderListView.of(list, by));
    }
}
