package city.c3po.charter.signing;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys of receipts: the first signs; all of them check, those that were retired too, because a receipt is for ever.
 * Read at the start, so that a service that could not sign does not seem well.
 */
@Singleton
@Startup
public class SigningKeys {
    private final ECKey signing;
    private final List<ECKey> all;

    /** @param keys a JWK set; the first key has its private part, retired ones need only the public one */
    SigningKeys(@ConfigProperty(name = "c3po.signing.keys") String keys) {
        try {
            all = JWKSet.parse(keys).getKeys().stream().map(SigningKeys::onP256).toList();
        } catch (ParseException e) {
            throw new IllegalStateException("C3PO_SIGNING_KEYS is no JWK set (RFC 7517)");
        }
        if (all.isEmpty() || !all.getFirst().isPrivate()) {
            throw new IllegalStateException(
                    "C3PO_SIGNING_KEYS: the first key signs receipts and needs its private part (d)");
        }
        signing = all.getFirst();
    }

    private static ECKey onP256(JWK key) {
        if (key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256) && ec.getKeyID() != null) {
            return ec;
        }
        throw new IllegalStateException("C3PO_SIGNING_KEYS: every key is EC on P-256 and has a kid");
    }

    ECKey signing() {
        return signing;
    }

    /** Public parts only. */
    public List<Map<String, Object>> published() {
        return all.stream().map(key -> key.toPublicJWK().toJSONObject()).toList();
    }
}
