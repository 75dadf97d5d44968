package city.c3po.local.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void a_secret_is_made_once_and_found_again() {
        var first = secrets(Map.of()).password("keycloak.admin");

        assertEquals(first, secrets(Map.of()).password("keycloak.admin"));
        assertTrue(first.length() >= 32, first);
        // It goes into SQL and into a browser's form.
        assertTrue(first.matches("[A-Za-z0-9_-]+"), first);
    }

    @Test
    void no_two_are_alike() {
        assertNotEquals(
                secrets(Map.of()).password("db.portfolio.owner"),
                secrets(Map.of()).password("db.portfolio.app"));
    }

    @Test
    void only_the_owner_can_read_them() throws IOException {
        secrets(Map.of()).password("keycloak.admin");

        var permissions = Files.getPosixFilePermissions(folder.resolve("secrets.properties"));

        assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    }

    @Test
    void the_environment_wins() {
        secrets(Map.of()).password("client.finance-system");

        var given = secrets(Map.of("C3PO_SECRET_CLIENT_FINANCE_SYSTEM", "given"));

        assertEquals("given", given.password("client.finance-system"));
    }

    @Test
    void a_cursor_key_is_an_id_and_32_bytes() {
        var key = secrets(Map.of()).cursorKey("cursor.portfolio").split(":");

        assertEquals("k1", key[0]);
        assertEquals(32, Base64.getDecoder().decode(key[1]).length);
    }

    @Test
    void a_signing_key_is_a_key_pair_that_stays() throws GeneralSecurityException {
        var keys = secrets(Map.of()).signingKeys("signing.charter");
        assertEquals(keys, secrets(Map.of()).signingKeys("signing.charter"));
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var curve = parameters.getParameterSpec(ECParameterSpec.class);
        var factory = KeyFactory.getInstance("EC");
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(factory.generatePrivate(new ECPrivateKeySpec(number(keys, "d"), curve)));
        var signed = signature.sign();
        signature.initVerify(
                factory.generatePublic(new ECPublicKeySpec(new ECPoint(number(keys, "x"), number(keys, "y")), curve)));
        assertTrue(signature.verify(signed));
    }

    private static BigInteger number(String keys, String member) {
        var value = keys.replaceAll(".*\"" + member + "\":\"([^\"]*)\".*", "$1");
        return new BigInteger(1, Base64.getUrlDecoder().decode(value));
    }

    private Secrets secrets(Map<String, String> environment) {
        return new Secrets(folder, Settings.of(environment));
    }
}
