package city.c3po.k8s;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ManifestsTest {
    private final StrictReader reader = new StrictReader();

    @TestFactory
    Stream<DynamicTest> every_manifest_is_understood_to_its_last_field() {
        return Overlay.all().stream()
                .flatMap(overlay -> overlay.manifests().stream()
                        .map(manifest -> DynamicTest.dynamicTest(
                                overlay.name() + " " + nameOf(manifest),
                                () -> assertEquals(List.of(), reader.faults(manifest)))));
    }

    @TestFactory
    Stream<DynamicTest> a_misspelt_field_of_any_kind_is_found() {
        var seen = new HashSet<String>();
        return Overlay.of("production").manifests().stream()
                .filter(manifest -> manifest.path("spec").isObject())
                .filter(manifest -> seen.add(manifest.path("kind").asText()))
                .map(manifest -> DynamicTest.dynamicTest(manifest.path("kind").asText(), () -> {
                    ObjectNode misspelt = manifest.deepCopy();
                    ((ObjectNode) misspelt.path("spec")).put("replcas", 2);
                    assertFalse(reader.faults(misspelt).isEmpty());
                }));
    }

    @Test
    void a_text_where_a_number_belongs_is_found() {
        ObjectNode deployment =
                Overlay.of("dev").one("Deployment", "charter-service").deepCopy();
        ((ObjectNode) deployment.path("spec")).put("revisionHistoryLimit", "three");
        assertFalse(reader.faults(deployment).isEmpty());
    }

    @Test
    void production_without_its_own_files_is_refused_by_name() {
        var rendering = Overlay.render("production", false);
        assertNotEquals(0, rendering.status());
        assertTrue(rendering.complaint().contains("secret-store.yaml"), rendering.complaint());
    }

    @Test
    void no_secret_is_in_any_manifest() {
        assertAll(Overlay.all().stream()
                .flatMap(overlay -> overlay.kind("Secret"))
                .map(secret -> () -> assertEquals("no Secret", nameOf(secret))));
    }

    @TestFactory
    Stream<DynamicTest> our_pods_can_do_little() {
        return Overlay.all().stream()
                .flatMap(overlay -> overlay.kind("Deployment")
                        .map(deployment -> DynamicTest.dynamicTest(overlay.name() + " " + nameOf(deployment), () -> {
                            var pod = deployment.at("/spec/template/spec");
                            var container = pod.at("/containers/0");
                            assertAll(
                                    () -> assertTrue(pod.at("/securityContext/runAsNonRoot")
                                            .asBoolean()),
                                    () -> assertEquals(
                                            "RuntimeDefault",
                                            pod.at("/securityContext/seccompProfile/type")
                                                    .asText()),
                                    () -> assertFalse(pod.path("automountServiceAccountToken")
                                            .asBoolean(true)),
                                    () -> assertTrue(container
                                            .at("/securityContext/readOnlyRootFilesystem")
                                            .asBoolean()),
                                    () -> assertEquals(
                                            "[\"ALL\"]",
                                            container
                                                    .at("/securityContext/capabilities/drop")
                                                    .toString()),
                                    () -> assertFalse(container
                                            .at("/securityContext/allowPrivilegeEscalation")
                                            .asBoolean(true)),
                                    () -> assertTrue(container
                                            .at("/resources/limits/memory")
                                            .isTextual()),
                                    () -> assertTrue(container
                                            .at("/resources/requests/cpu")
                                            .isTextual()),
                                    () -> assertEquals(
                                            2,
                                            pod.path("topologySpreadConstraints")
                                                    .size()));
                            for (var probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                                assertEquals(
                                        "management",
                                        container
                                                .at("/" + probe + "/httpGet/port")
                                                .asText());
                            }
                        })));
    }

    @Test
    void nobody_may_call_anybody_unless_a_policy_says_so() {
        for (var overlay : Overlay.all()) {
            var nobody = overlay.one("NetworkPolicy", "nobody").path("spec");
            assertEquals("{}", nobody.path("podSelector").toString());
            assertEquals("[\"Ingress\",\"Egress\"]", nobody.path("policyTypes").toString());
            assertTrue(nobody.path("ingress").isMissingNode());
        }
    }

    private static String nameOf(JsonNode manifest) {
        return manifest.path("kind").asText() + " "
                + manifest.at("/metadata/name").asText();
    }
}
