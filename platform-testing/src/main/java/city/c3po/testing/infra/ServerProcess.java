package city.c3po.testing.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Main class of the process that holds the servers; ends when the build that it serves is gone. */
final class ServerProcess {
    private ServerProcess() {}

    public static void main(String[] args) throws Exception {
        var build = new BuildProcess(Long.parseLong(args[0]), Long.parseLong(args[1]));
        var file = Path.of(args[2]);
        var folder = Files.createTempDirectory("c3po-servers-");

        // Kafka takes longest and needs nothing of the others.
        var broker = new FutureTask<>(() -> Broker.start(folder.resolve("kafka")));
        Thread.ofPlatform().name("broker-start").start(broker);
        var postgres = PostgresServer.start(folder.resolve("postgres"));
        try {
            var issuer = Issuer.start();
            serve(build, file, endpoints(postgres, broker, issuer));
        } catch (Exception | Error e) {
            e.printStackTrace();
        } finally {
            postgres.close();
            Files.deleteIfExists(file);
            Broker.deleteQuietly(folder);
        }
        // The broker's threads are no daemons; its data are gone, so there is nothing left to shut down in order.
        Runtime.getRuntime().halt(0);
    }

    private static Endpoints endpoints(PostgresServer postgres, FutureTask<Broker> broker, Issuer issuer)
            throws InterruptedException, ExecutionException {
        var password = new byte[12];
        new SecureRandom().nextBytes(password);
        var kafka = broker.get();
        return new Endpoints(
                ProcessHandle.current().pid(),
                postgres.port(),
                kafka.bootstrap(),
                kafka.cabled(),
                kafka.cablePort(),
                issuer.url(),
                issuer.privateKeys(),
                HexFormat.of().formatHex(password));
    }

    /** Writes the file again when somebody's {@code mvn clean} took the target folder away. */
    private static void serve(BuildProcess build, Path file, Endpoints endpoints)
            throws IOException, InterruptedException {
        do {
            if (!Files.exists(file)) {
                endpoints.write(file);
            }
            TimeUnit.MILLISECONDS.sleep(250);
        } while (build.isAlive());
    }
}
