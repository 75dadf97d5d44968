import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints the secrets that overlay dev expects, made up anew each time: {@code java Random.java | kubectl apply -f -}. They
 * belong into the cluster and nowhere else; applied a second time they lock the databases' roles out until the services
 * have been restarted.
 */
class Random {
    private static final SecureRandom RANDOM = new SecureRandom();

    void main() throws Exception {
        for (var key : List.of("charter", "portfolio", "inventory", "audit", "reporting")) {
            var values = new LinkedHashMap<String, String>();
            values.put("C3PO_DB_OWNER_PASSWORD", password());
            values.put("C3PO_DB_APP_PASSWORD", password());
            values.put("C3PO_CURSOR_KEYS", "k1:" + Base64.getEncoder().encodeToString(bytes(32)));
            if (key.equals("charter")) {
                values.put("C3PO_SIGNING_KEYS", signingKey());
            }
            print("c3po-" + key, values);
        }
        var keycloak = new LinkedHashMap<String, String>();
        keycloak.put("DB_PASSWORD", password());
        keycloak.put("C3PO_SPA_ORIGIN", "http://127.0.0.1:5173");
        for (var client : List.of("FINANCE_SYSTEM", "PROCUREMENT_SYSTEM", "DISCOVERY_SYSTEM", "REPORTING_JOB")) {
            keycloak.put("C3PO_SECRET_CLIENT_" + client, password());
        }
        print("c3po-keycloak", keycloak);
    }

    private static void print(String name, Map<String, String> values) {
        IO.println("---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\n  namespace: c3po-secrets\nstringData:"
                .formatted(name));
        values.forEach((key, value) -> IO.println("  %s: '%s'".formatted(key, value)));
    }

    private static String password() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String signingKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        var pair = generator.generateKeyPair();
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"k1\",\"x\":\"%s\",\"y\":\"%s\",\"d\":\"%s\"}]}"
                .formatted(
                        coordinate(point.getAffineX()),
                        coordinate(point.getAffineY()),
                        coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
    }

    /** 32 bytes, whatever the number's own length. */
    private static String coordinate(BigInteger number) {
        var own = number.toByteArray();
        var fixed = new byte[32];
        var length = Math.min(own.length, 32);
        System.arraycopy(own, own.length - length, fixed, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
