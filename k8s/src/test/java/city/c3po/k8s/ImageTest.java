package city.c3po.k8s;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The images that the build makes are the ones that the manifests start. */
class ImageTest {
    private static final Properties IMAGE =
            Repository.properties(Repository.root().resolve("k8s/images/microprofile-config.properties"));

    @Test
    void its_base_is_named_by_digest() {
        assertTrue(
                IMAGE.getProperty("quarkus.jib.base-jvm-image").matches("[a-z0-9./-]+@sha256:[0-9a-f]{64}"),
                "a tag may mean another image tomorrow");
    }

    @Test
    void it_runs_as_the_user_that_pods_run_as_and_says_what_it_is() {
        var pod = Overlay.of("production")
                .one("Deployment", "portfolio-service")
                .at("/spec/template/spec/securityContext");
        assertAll(
                () -> assertEquals(
                        "%s:%s"
                                .formatted(
                                        pod.path("runAsUser").asText(),
                                        pod.path("runAsGroup").asText()),
                        IMAGE.getProperty("quarkus.jib.user")),
                () -> assertEquals("c3po", IMAGE.getProperty("quarkus.container-image.group")),
                () -> assertEquals("${project.artifactId}", IMAGE.getProperty("quarkus.container-image.name")),
                () -> assertEquals(
                        "${project.version}",
                        IMAGE.getProperty("quarkus.container-image.labels.\"org.opencontainers.image.version\"")));
    }

    @Test
    void the_program_in_it_gets_the_flags_that_the_local_suite_gives_it() {
        var local = Repository.text(
                Repository.root().resolve("local/src/main/java/city/c3po/local/service/RunnerJar.java"));
        var flags = IMAGE.getProperty("quarkus.jib.jvm-additional-arguments");
        for (var flag : flags.split(",")) {
            // A jar opens packages by its manifest, an image by a flag.
            assertTrue(flag.startsWith("--add-opens=") || local.contains("\"" + flag + "\""), flag);
        }
        assertTrue(flags.contains("--add-opens=java.base/java.lang=ALL-UNNAMED"), flags);
    }
}
