package city.c3po.charter.signing;

import city.c3po.charter.charter.Canonical;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a signer takes home: a JWS (RFC 7515, ES256) that says who signed what, when, and how it is known. */
@Singleton
public class Receipts {
    private static final JOSEObjectType TYPE = new JOSEObjectType("c3po-receipt+jws");

    private final JWSSigner signer;
    private final String kid;
    private final Canonical canonical;

    Receipts(SigningKeys keys, Canonical canonical) {
        try {
            this.signer = new ECDSASigner(keys.signing());
        } catch (JOSEException e) {
            throw new IllegalStateException("the first of C3PO_SIGNING_KEYS cannot sign", e);
        }
        this.kid = keys.signing().getKeyID();
        this.canonical = canonical;
    }

    /** A compact JWS. */
    String of(SigningRequest asked, Signature signature) {
        var said = new LinkedHashMap<String, Object>();
        said.put("contentHash", asked.hash());
        said.put("charter", asked.charterReference());
        said.put("version", asked.of());
        said.put("seat", asked.seat());
        said.put("purpose", asked.purpose());
        said.put("statement", signature.statement());
        said.put("signer", signature.signer());
        said.put("name", signature.name());
        said.put("onBehalfOf", signature.onBehalfOf());
        said.put("authenticatedAt", signature.authenticatedAt().toString());
        said.put("authenticationMethod", signature.method());
        said.put("signedAt", signature.at().toString());
        return signed(said);
    }

    public String signed(Map<String, Object> said) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid).type(TYPE).build();
        var receipt = new JWSObject(header, new Payload(canonical.text(said)));
        try {
            receipt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a receipt cannot be signed", e);
        }
        return receipt.serialize();
    }

    static String sha256(String receipt) {
        return Canonical.sha256(receipt);
    }
}
