package city.c3po.bench.tool;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bare endpoint of this module, in a JVM of its own with the flags that the services have. */
public final class BareQuarkus implements AutoCloseable {
    private final Server server;
    private final URI address;

    private BareQuarkus(Server server, URI address) {
        this.server = server;
        this.address = address;
    }

    /** @param document what it answers with */
    public static BareQuarkus start(Path repository, Path work, String document) throws InterruptedException {
        var jar = repository.resolve("bench/target/bench-1.0.0-SNAPSHOT-runner.jar");
        if (!Files.exists(jar)) {
            throw new Trouble("The bare endpoint is not built: `./mvnw -pl bench package`");
        }
        var port = Server.freePort();
        var address = URI.create("http://127.0.0.1:" + port);
        var command = Command.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xms64m",
                        "-Xmx256m",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        jar.toString())
                .with("QUARKUS_HTTP_HOST", "127.0.0.1")
                .with("QUARKUS_HTTP_PORT", Integer.toString(port))
                .with(
                        "BENCH_DOCUMENT",
                        Work.write(work.resolve("document.json"), document).toString());
        return new BareQuarkus(Server.start(command, work.resolve("bare.log"), address), address);
    }

    public URI address() {
        return address;
    }

    @Override
    public void close() {
        server.close();
    }
}
