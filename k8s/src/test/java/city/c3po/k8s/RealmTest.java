package city.c3po.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The realm in the cluster is the one that the local suite runs with, and gets a value for all that it leaves open. */
class RealmTest {
    private static final Pattern OPEN = Pattern.compile("\\$\\{(C3PO_[A-Z_]+)");
    private static final String BEGINS = "  realm:\n";

    @Test
    void the_realm_is_the_citys_own_file() throws IOException {
        var realm = Repository.text(Repository.root().resolve("local/src/main/resources/realm-city.json"));
        Path manifest = Repository.root().resolve("k8s/base/identity/realm.yaml");
        if (Boolean.getBoolean("c3po.update")) {
            var text = Repository.text(manifest);
            var head = text.substring(0, text.indexOf(BEGINS) + BEGINS.length());
            Files.writeString(manifest, head + realm.strip().indent(4));
        }
        assertEquals(new ObjectMapper().readTree(realm), imported().at("/spec/realm"));
    }

    @Test
    void every_open_value_has_a_secret() {
        var open = new TreeSet<String>();
        OPEN.matcher(imported().path("spec").path("realm").toString())
                .results()
                .forEach(found -> open.add(found.group(1)));

        var placeholders = imported().at("/spec/placeholders");
        var filled = new TreeSet<String>();
        placeholders.fieldNames().forEachRemaining(filled::add);
        assertEquals(open, filled);

        var keys = new TreeSet<String>();
        Overlay.of("dev")
                .one("ExternalSecret", "keycloak-realm")
                .at("/spec/data")
                .forEach(entry -> keys.add(entry.path("secretKey").asText()));
        TreeSet<String> wanted = placeholders.properties().stream()
                .map(entry -> entry.getValue().at("/secret/key").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(wanted, keys);
    }

    @Test
    void programs_ask_the_realm_by_its_name() {
        var address = Overlay.of("dev")
                .one("ConfigMap", "process")
                .at("/data/C3PO_OIDC_URL")
                .asText();
        assertEquals(
                "/realms/" + imported().at("/spec/realm/realm").asText(),
                URI.create(address).getPath());
    }

    private static JsonNode imported() {
        return Overlay.of("dev").one("KeycloakRealmImport", "city");
    }
}
