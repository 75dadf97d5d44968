package city.c3po.testing.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Addresses and test secrets of the running servers, as the server process writes them and every test JVM reads them.
 *
 * @param kafkaCabled listener whose clients are sent to {@code kafkaCablePort}, where a {@link
 *     city.c3po.testing.Cable} forwards them: the only way to cut a Kafka client off, since it reconnects to the
 *     address that the broker advertises
 */
public record Endpoints(
        long pid,
        int postgresPort,
        String kafkaBootstrap,
        String kafkaCabled,
        int kafkaCablePort,
        String issuer,
        String signingKeys,
        String databasePassword) {

    void write(Path file) throws IOException {
        var values = new Properties();
        values.setProperty("pid", "" + pid);
        values.setProperty("postgres.port", "" + postgresPort);
        values.setProperty("kafka.bootstrap", kafkaBootstrap);
        values.setProperty("kafka.cabled", kafkaCabled);
        values.setProperty("kafka.cable.port", "" + kafkaCablePort);
        values.setProperty("issuer", issuer);
        values.setProperty("signing.keys", signingKeys);
        values.setProperty("database.password", databasePassword);
        Files.createDirectories(file.getParent());
        var draft = Files.createTempFile(file.getParent(), "endpoints", ".tmp");
        try (var out = Files.newBufferedWriter(draft)) {
            values.store(out, null);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static Optional<Endpoints> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var values = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            values.load(in);
        }
        var endpoints = new Endpoints(
                Long.parseLong(values.getProperty("pid")),
                Integer.parseInt(values.getProperty("postgres.port")),
                values.getProperty("kafka.bootstrap"),
                values.getProperty("kafka.cabled"),
                Integer.parseInt(values.getProperty("kafka.cable.port")),
                values.getProperty("issuer"),
                values.getProperty("signing.keys"),
                values.getProperty("database.password"));
        return Optional.of(endpoints)
                .filter(e ->
                        ProcessHandle.of(e.pid()).filter(ProcessHandle::isAlive).isPresent());
    }
}
