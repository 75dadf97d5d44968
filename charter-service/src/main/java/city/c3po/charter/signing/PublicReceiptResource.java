package city.c3po.charter.signing;

import city.c3po.platform.web.MediaTypes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What anybody may ask of receipts: whether one is ours and still stands, and by which keys to check it. Nothing else. */
@Path("/public/v1")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Public receipts", description = "Checking a receipt without an account.")
class PublicReceiptResource {
    private final SignOffs signOffs;
    private final SigningKeys keys;

    PublicReceiptResource(SignOffs signOffs, SigningKeys keys) {
        this.signOffs = signOffs;
        this.keys = keys;
    }

    /** What a receipt is worth today. */
    public enum Standing {
        VALID,
        /** Signed once; what it signed is no longer in force. */
        SUPERSEDED,
        UNKNOWN
    }

    @Schema(name = "ReceiptStanding", description = "What a receipt is worth today.")
    record Receipt(Standing status) {}

    @GET
    @Path("/receipts/{hash}")
    @PermitAll
    @Operation(
            operationId = "checkReceipt",
            summary = "Check a receipt",
            description = "VALID, SUPERSEDED or UNKNOWN, and nothing else.")
    public Receipt receipt(
            @Parameter(description = "SHA-256 of the compact JWS, hexadecimal.")
                    @PathParam("hash")
                    @Pattern(regexp = "[0-9a-f]{64}") String hash) {
        return new Receipt(signOffs.byReceipt(hash)
                .map(signOff -> signOff.superseded() ? Standing.SUPERSEDED : Standing.VALID)
                .orElseGet(() -> signOffs.isOfEvaluation(hash) ? Standing.VALID : Standing.UNKNOWN));
    }

    @Schema(name = "SigningKeys", description = "A JWK set (RFC 7517).")
    record KeySet(List<Map<String, Object>> keys) {}

    @GET
    @Path("/signing-keys")
    @PermitAll
    @Operation(
            operationId = "signingKeys",
            summary = "The keys of receipts",
            description = "A JWK set (RFC 7517); retired keys stay in it, because receipts are for ever.")
    public KeySet keys() {
        return new KeySet(keys.published());
    }
}
