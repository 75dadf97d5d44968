package city.c3po.audit.evidence;

import static city.c3po.audit.evidence.EvidenceRule.KNOWN_REVISION;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.upload.Upload;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Preconditions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The bytes of evidence. */
@Path("/v1/evidence/{id}/content")
@RunOnVirtualThread
@Tag(name = "Evidence")
class EvidenceContentResource {
    private final Evidences evidences;
    private final CurrentActor caller;
    private final Preconditions preconditions;

    EvidenceContentResource(Evidences evidences, CurrentActor caller, Preconditions preconditions) {
        this.evidences = evidences;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    @PUT
    @Consumes("application/octet-stream")
    @Produces(MediaTypes.JSON)
    @RolesAllowed({Roles.SUBMITTER, Roles.SIGNATORY, Roles.PORTFOLIO_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "uploadEvidence",
            summary = "Upload its bytes",
            description =
                    "At most 20 MiB. What they really are is found by looking at them; a mediaType that they are not is"
                            + " refused. Uploading again makes a new revision; former bytes stay.")
    public RestResponse<EvidenceView> upload(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "What the bytes are; found by looking where it is left out.",
                            example = "application/pdf")
                    @QueryParam("mediaType")
                    @Size(max = 200) @Pattern(regexp = "[a-z0-9.+-]+/[a-z0-9.+-]+") @Nullable String mediaType,
            @Parameter(description = "SHA-256 of the bytes, hexadecimal; refused when they have another.")
                    @QueryParam("sha256")
                    @Pattern(regexp = "[0-9a-f]{64}") @Nullable String sha256,
            @Parameter(description = "For the download.", example = "policy.pdf")
                    @QueryParam("fileName")
                    @Size(max = 200) @Pattern(regexp = "[^/\\\\\"\\p{Cntrl}]+") @Nullable String fileName,
            InputStream body) {
        var by = caller.get();
        // who may not, or saw another version, is told before the bytes are taken
        evidences.get(id, by).requireUploadable(by);
        var seen = preconditions.seen();
        try (var upload = Upload.receive(body)) {
            return QuarkusTransaction.requiringNew().call(() -> {
                var one = evidences.receive(id, by, seen, upload, mediaType, sha256, fileName);
                return Answer.of(one, by, EvidenceView.of(one, by));
            });
        }
    }

    @GET
    @Produces("application/octet-stream")
    @RolesAllowed(EvidenceResource.ANY_ROLE)
    @Operation(
            operationId = "downloadEvidence",
            summary = "Download its bytes",
            description = "The last revision or the one asked for, as an attachment, after their SHA-256 was looked at:"
                    + " altered bytes are never handed out (evidence-altered). 404 for a link.")
    public Response download(
            @PathParam("id") UUID id,
            @Parameter(description = "Which revision; the last if left out.")
                    @QueryParam("revision")
                    @Min(1) @Max(10000) @Nullable Integer revision) {
        var one = evidences.get(id, caller.get());
        Convention.NOT_FOUND.require(!one.revisions().isEmpty());
        var wanted = revision == null ? one.revisions().getLast() : one.revision(revision);
        KNOWN_REVISION.require(wanted.size() != null);
        QuarkusTransaction.requiringNew().run(() -> evidences.requireUnaltered(one, wanted));
        StreamingOutput bytes = out -> QuarkusTransaction.requiringNew().run(() -> evidences.write(one, wanted, out));
        var name = wanted.fileName() == null ? one.id().toString() : wanted.fileName();
        return Response.ok(bytes)
                .type("application/octet-stream")
                .header(
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                .header("Content-Length", wanted.size())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Document-Media-Type", wanted.mediaType())
                .build();
    }
}
