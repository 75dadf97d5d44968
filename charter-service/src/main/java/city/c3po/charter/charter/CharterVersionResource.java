package city.c3po.charter.charter;

import city.c3po.charter.charter.Frozen.Kind;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Changes;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was frozen to be signed, what an amendment changes, and what another template would ask. */
@Path("/v1/charters/{id}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Charters", description = "What projects promise, and what of it is still missing.")
class CharterVersionResource {
    private final Charters charters;
    private final CharterDesk desk;
    private final Preconditions preconditions;

    CharterVersionResource(Charters charters, CharterDesk desk, Preconditions preconditions) {
        this.charters = charters;
        this.desk = desk;
        this.preconditions = preconditions;
    }

    @Schema(name = "CharterVersion", description = "A version that was frozen to be signed.")
    record Version(
            int number,

            @Schema(description = "SHA-256, hexadecimal, of the canonical text.")
            String hash,

            Instant frozenAt,

            @Schema(description = "Whether it is the one in force.")
            boolean inForce) {
        static Version of(Frozen frozen, Charter charter) {
            return new Version(
                    frozen.number(),
                    frozen.hash(),
                    frozen.frozenAt(),
                    Objects.equals(charter.commitment().hash(), frozen.hash()));
        }
    }

    @Schema(name = "CharterVersions")
    record Versions(List<Version> items) {}

    @GET
    @Path("/versions")
    @RolesAllowed(CharterResource.ANY_ROLE)
    @Operation(
            operationId = "listCharterVersions",
            summary = "List the versions that were frozen",
            description = "Oldest first; the text of each is under its number.")
    public Versions versions(@PathParam("id") UUID id) {
        var charter = charters.get(id, desk.by());
        return new Versions(charters.frozen(id).stream()
                .filter(frozen -> frozen.kind() == Kind.CONTENT)
                .map(frozen -> Version.of(frozen, charter))
                .toList());
    }

    @Schema(name = "CharterVersionText", description = "What was signed, byte by byte.")
    record VersionText(
            int number,
            String hash,

            @Schema(description = "RFC 8785; its SHA-256 is the hash.")
            String canonical) {}

    @GET
    @Path("/versions/{number}")
    @RolesAllowed(CharterResource.ANY_ROLE)
    @Operation(
            operationId = "getCharterVersion",
            summary = "Read a frozen version",
            description = "The canonical text (RFC 8785) whose SHA-256 is what people sign.")
    public VersionText version(@PathParam("id") UUID id, @PathParam("number") int number) {
        charters.get(id, desk.by());
        var frozen = charters.frozenContent(id, number);
        return new VersionText(frozen.number(), frozen.hash(), frozen.canonical());
    }

    @Schema(name = "CharterDifference", description = "What differs, field by field.")
    record Difference(List<Changes.Change> changes) {}

    @GET
    @Path("/amendment")
    @RolesAllowed(CharterResource.ANY_ROLE)
    @Operation(
            operationId = "charterAmendment",
            summary = "What the amendment changes",
            description = "Field by field, against the version in force; 404 while none is being signed.")
    public Difference amendment(@PathParam("id") UUID id) {
        var charter = charters.get(id, desk.by());
        return new Difference(
                charters.changed(charter.wording().content(), charter.wording().amendmentOrAbsent()));
    }

    @GET
    @Path("/template-difference")
    @RolesAllowed(CharterResource.ANY_ROLE)
    @Operation(
            operationId = "charterTemplateDifference",
            summary = "What another template would ask",
            description = "Field by field, against the one named, or the one in force.")
    public Difference templateDifference(
            @PathParam("id") UUID id,
            @Parameter(description = "Id of the template; left out: the one in force.")
                    @QueryParam("template")
                    @Nullable UUID template) {
        return new Difference(charters.templateDifference(charters.get(id, desk.by()), template));
    }

    @Schema(name = "TemplateUpgrade")
    record Upgrade(
            @Schema(description = "Id of the template version.") @NotNull UUID template) {}

    @POST
    @Path("/upgrade-template")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "upgradeCharterTemplate",
            summary = "Upgrade to another template version",
            description =
                    "Only a draft, and only by asking: a charter keeps its template otherwise. See first what would"
                            + " change (template-difference).")
    public RestResponse<CharterView> upgrade(@PathParam("id") UUID id, @NotNull @Valid Upgrade body) {
        return desk.answer(charters.upgradeTemplate(id, body.template(), desk.by(), preconditions.seen(), desk.now()));
    }
}
