package city.c3po.testing.infra;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** PostgreSQL 18 with settings for throw-away data: nothing is flushed, which no test of durability may rely on. */
record PostgresServer(EmbeddedPostgres server) {

    static PostgresServer start(Path folder) throws IOException {
        // Extracted once per user: a folder in /tmp made by root would be closed to everybody else.
        var binaries =
                Path.of(System.getProperty("java.io.tmpdir"), "c3po-postgres-" + System.getProperty("user.name"));
        return new PostgresServer(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(folder)
                .setCleanDataDirectory(true)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "400")
                .setServerConfig("shared_buffers", "96MB")
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .start());
    }

    int port() {
        return server.getPort();
    }

    void close() throws IOException {
        server.close();
    }
}
