package city.c3po.bench.tool;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A gateway of our own before any address, with the flags that the suite's has and without its limits per caller. */
public final class OwnGateway implements AutoCloseable {
    private static final int MANAGEMENT = 1_000;

    private final Server server;
    private final URI address;

    private OwnGateway(Server server, URI address) {
        this.server = server;
        this.address = address;
    }

    /**
     * @param service whose documented paths it routes
     * @param origin where it sends them
     * @param issuer of the tokens that it takes
     */
    public static OwnGateway before(String service, URI origin, URI issuer, Path repository, Path work)
            throws InterruptedException {
        var jar = repository.resolve("gateway/target/gateway-1.0.0-SNAPSHOT-runner.jar");
        if (!Files.exists(jar)) {
            throw new Trouble("The gateway is not built: `./mvnw -pl gateway package`");
        }
        var port = Server.freePort();
        var address = URI.create("http://127.0.0.1:" + port);
        var command = Command.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xms64m",
                        "-Xmx192m",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        jar.toString())
                .with("QUARKUS_HTTP_HOST", "127.0.0.1")
                .with("QUARKUS_HTTP_PORT", Integer.toString(port))
                .with(
                        "QUARKUS_MANAGEMENT_PORT",
                        Integer.toString(port > 40_000 ? port - MANAGEMENT : port + MANAGEMENT))
                .with("C3PO_OIDC_URL", issuer.toString())
                .with("C3PO_SERVICES_" + service.toUpperCase(Locale.ROOT), origin.toString())
                .with("C3PO_GATEWAY_REQUESTS_PER_MINUTE", "0")
                .with("C3PO_GATEWAY_ANONYMOUS_REQUESTS_PER_MINUTE", "0")
                .with("C3PO_GATEWAY_WAITING_PER_SERVICE", "20000");
        return new OwnGateway(Server.start(command, work.resolve("gateway.log"), address.resolve("/health")), address);
    }

    public URI address() {
        return address;
    }

    public long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        server.close();
    }
}
