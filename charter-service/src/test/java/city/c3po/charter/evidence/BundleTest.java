package city.c3po.charter.evidence;

import static city.c3po.charter.Http.AUDITOR;
import static city.c3po.charter.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.charter.Charters;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.util.TreeMap;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class BundleTest {
    @Test
    void a_bundle_is_checked_without_us_and_a_single_changed_byte_makes_it_fail() throws Exception {
        var charter = Charters.committed();
        expect(
                201,
                post(
                        SUBMITTER,
                        hrefOf(charter) + "/documents",
                        "{\"kind\": \"CONTRACT\", \"title\": \"Contract\", \"link\": \"https://share.city.example/1\"}"));
        var answer = expect(200, get(AUDITOR, hrefOf(charter) + "/evidence-bundle"));
        assertTrue(answer.header("Content-Disposition").startsWith("attachment"));
        var keys = new JsonWebKeySet(given().get("/public/v1/signing-keys").asString());
        var files = BundleCheck.unzipped(answer.asByteArray());
        assertEquals(
                3,
                files.keySet().stream()
                        .filter(name -> name.startsWith("receipts/"))
                        .count());
        assertTrue(files.containsKey("VERIFY.md"));

        new BundleCheck(files, keys).run();

        for (var name : files.keySet()) {
            var length = files.get(name).length;
            for (int at = 0; at < length; at = at == length - 1 ? length : Math.min(length - 1, at + 1 + length / 40)) {
                var tampered = new TreeMap<>(files);
                var bytes = files.get(name).clone();
                bytes[at] ^= 1;
                tampered.put(name, bytes);
                assertThrows(BundleCheck.Broken.class, () -> new BundleCheck(tampered, keys).run(), name + " at " + at);
            }
            var without = new TreeMap<>(files);
            without.remove(name);
            assertThrows(BundleCheck.Broken.class, () -> new BundleCheck(without, keys).run(), name);
        }
    }
}
