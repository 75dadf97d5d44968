package city.c3po.story.operations;

import static org.awaitility.Awaitility.await;

import city.c3po.testing.Database;
import city.c3po.testing.Infra;
import city.c3po.testing.Tokens;
import city.c3po.testing.Workspace;
import city.c3po.testing.http.Call;
import city.c3po.testing.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** One service as its build leaves it, on a database of our choice and the servers that all tests share. */
final class ServiceJar implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String key;
    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private ServiceJar(String key, Process process, Path log, int port, int managementPort) {
        this.key = key;
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    static ServiceJar start(String key, Database database, String topicPrefix, Path folder)
            throws IOException, JOSEException {
        var module = Snapshot.module(key);
        var jar = Workspace.root().resolve("%1$s/target/%1$s-1.0.0-SNAPSHOT-runner.jar".formatted(module));
        var port = freePort();
        var managementPort = freePort();
        var log = folder.resolve(key + ".log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("C3PO_"));
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("C3PO_POSTGRES_URL", Infra.postgres().url()),
                        // databases of tests have names of their own
                        Map.entry("C3PO_POSTGRES_DATABASE", database.name()),
                        Map.entry("C3PO_DB_OWNER_PASSWORD", database.password()),
                        Map.entry("C3PO_DB_APP_PASSWORD", database.password()),
                        Map.entry("C3PO_KAFKA_BOOTSTRAP", Infra.kafka().bootstrap()),
                        Map.entry("C3PO_TOPIC_PREFIX", topicPrefix),
                        Map.entry("C3PO_OIDC_URL", Infra.issuer()),
                        Map.entry("C3PO_CURSOR_KEYS", "k1:" + random()),
                        Map.entry("C3PO_SIGNING_KEYS", signingKeys()),
                        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                        Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort))));
        return new ServiceJar(key, builder.start(), log, port, managementPort);
    }

    void awaitReady() {
        await(key + " is ready, see " + log)
                .atMost(START)
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError(key + " has stopped:\n" + lastWords());
                    }
                })
                .until(() -> Call.of("GET", "http://127.0.0.1:%d/q/health/ready".formatted(managementPort))
                                .send()
                                .status()
                        == 200);
    }

    JsonNode get(Tokens by, String path) {
        return read(call("GET", path, by).send(), path, 200);
    }

    /** A verb on what was seen. */
    JsonNode verb(Tokens by, JsonNode seen, String verb) {
        var href = seen.get("href").asText();
        var now = call("GET", href, by).send();
        var answer = call("POST", href + "/" + verb, by)
                .header("If-Match", now.header("ETag").orElseThrow())
                .send();
        return read(answer, href + "/" + verb, 200);
    }

    private Call call(String method, String path, Tokens by) {
        return Call.of(method, "http://127.0.0.1:%d%s".formatted(port, path)).header("Authorization", by.bearer());
    }

    private JsonNode read(Reply answer, String path, int expected) {
        if (answer.status() != expected) {
            throw new AssertionError(
                    "%s %s: expected %d, but %s%n%s".formatted(key, path, expected, answer, lastWords()));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + answer, e);
        }
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(Duration.ofSeconds(20))) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String signingKeys() throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        return "{\"keys\":[" + key.toJSONString() + "]}";
    }
}
