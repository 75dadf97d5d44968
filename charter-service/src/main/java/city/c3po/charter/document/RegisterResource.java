package city.c3po.charter.document;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The register of one charter. */
@Path("/v1/charters/{id}/documents")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Documents")
class RegisterResource {
    private final Documents documents;
    private final CurrentActor caller;
    private final InstantSource clock;

    RegisterResource(Documents documents, CurrentActor caller, InstantSource clock) {
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "registerDocument",
            summary = "Register a document",
            description =
                    "With a link, and the hash of what it names if you know it; or without, and its bytes are put to"
                            + " its content next. The register is listed at /v1/documents?charter=.")
    @APIResponse(responseCode = "201", description = "The document, registered.")
    public RestResponse<DocumentView> register(@PathParam("id") UUID id, @NotNull @Valid NewDocument body) {
        var by = caller.get();
        var document = documents.register(id, by, body, clock.instant());
        return Answer.of(document, by, DocumentView.of(document, by));
    }
}
