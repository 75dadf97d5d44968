package city.c3po.charter.evidence;

import city.c3po.charter.charter.CharterDesk;
import city.c3po.charter.charter.Charters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Evidence bundles. */
@Path("/v1/charters/{id}/evidence-bundle")
@RunOnVirtualThread
@Tag(name = "Evidence", description = "Everything a charter was signed by, to be checked without us.")
class BundleResource {
    private final Bundle bundle;
    private final Charters charters;
    private final CharterDesk desk;

    BundleResource(Bundle bundle, Charters charters, CharterDesk desk) {
        this.bundle = bundle;
        this.charters = charters;
        this.desk = desk;
    }

    @GET
    @Produces("application/zip")
    @RolesAllowed("${c3po.roles.any}")
    @Operation(
            operationId = "evidenceBundle",
            summary = "Download the evidence",
            description =
                    "A zip: canonical texts, receipts, keys, documents' hashes, rows of the journal, a signed manifest,"
                            + " and VERIFY.md, which says how to check all of it with common tools.")
    public Response bundle(@PathParam("id") UUID id) {
        var charter = charters.get(id, desk.by());
        return Response.ok(bundle.of(charter, desk.now()))
                .type("application/zip")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + charter.reference().number() + "-evidence.zip\"")
                .build();
    }
}
