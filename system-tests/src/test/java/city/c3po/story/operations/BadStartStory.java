package city.c3po.story.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.Cable;
import city.c3po.testing.Infra;
import city.c3po.testing.KafkaFixture;
import city.c3po.testing.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong around a service when it starts: it says so in words, is not ready, and recovers by itself. */
@Order(80)
class BadStartStory {
    private static final Duration PATIENCE = Program.PATIENCE;

    private record Wrong(String says, Program program) implements AutoCloseable {
        Executable isSaid() {
            return () -> {
                assertNotEquals(0, program.exit());
                assertTrue(program.log().contains(says), () -> "does not say '" + says + "':\n" + program.log());
            };
        }

        @Override
        public void close() {
            program.close();
        }
    }

    @Test
    void with_a_secret_that_is_missing_or_weak_it_does_not_start_and_names_it() {
        var portfolio = Neighbours.of("portfolio");
        var charter = Neighbours.of("charter");
        try (var noPassword = new Wrong(
                        "c3po.db.app.password is required",
                        Program.start("portfolio-service", portfolio.settingsWithout("C3PO_DB_APP_PASSWORD")));
                var noKeys = new Wrong(
                        "C3PO_CURSOR_KEYS is missing",
                        Program.start("portfolio-service", portfolio.settingsWithout("C3PO_CURSOR_KEYS")));
                var shortKey = new Wrong(
                        "C3PO_CURSOR_KEYS cannot be used: a key has 16 bytes, 32 are needed",
                        Program.start(
                                "portfolio-service",
                                portfolio.settingsWith(Map.of("C3PO_CURSOR_KEYS", Neighbours.cursorKey(16)))));
                var noSigningKey =
                        new Wrong("c3po.signing.keys", Program.start("charter-service", charter.settings()))) {
            assertAll(noPassword.isSaid(), noKeys.isSaid(), shortKey.isSaid(), noSigningKey.isSaid());
        }
    }

    @Test
    void without_database_and_broker_it_waits_for_each_and_recovers() {
        var portfolio = Neighbours.of("portfolio");
        try (var database = Cable.to(Infra.postgres().port());
                var broker = Cable.to(brokerPort())) {
            database.cut();
            broker.cut();
            try (var program = Program.start(
                    "portfolio-service",
                    portfolio.settingsWith(Map.of(
                            "C3PO_POSTGRES_URL",
                            "jdbc:postgresql://127.0.0.1:" + database.port(),
                            "C3PO_KAFKA_BOOTSTRAP",
                            "127.0.0.1:" + broker.port())))) {
                await("it says that it waits for the database")
                        .atMost(PATIENCE)
                        .until(() -> program.log().contains("Connection error"));
                assertFalse(program.ready());

                database.restore();

                await("it says that the broker is away")
                        .atMost(PATIENCE)
                        .until(() -> program.check("inbox").contains("BROKER_AWAY"));
                assertFalse(program.ready());

                broker.restore();

                program.awaitReady();
            }
        }
    }

    @Test
    void what_is_no_identity_provider_or_shows_an_ended_certificate_is_refused_until_it_is_right(@TempDir Path folder)
            throws Exception {
        var certificates = new Certificates(folder);
        var ended = certificates.forOneDay("-30d");
        var good = certificates.forOneDay("-1H");
        var portfolio = Neighbours.of("portfolio");
        try (var identity = new IdentityStandIn().serve(ended, true);
                var program = Program.start(
                        "portfolio-service",
                        portfolio.settingsWith(Map.of(
                                "C3PO_OIDC_URL",
                                identity.url(),
                                "JAVA_TOOL_OPTIONS",
                                "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
                                        .formatted(certificates.trusted(), Certificates.PASSWORD))))) {
            program.awaitUnready();
            says(program, "identity", "not trusted");
            assertNotEquals(200, readAsPpm(program));

            identity.serve(good, false);

            says(program, "identity", "no such realm");
            assertFalse(program.ready());
            assertNotEquals(200, readAsPpm(program));

            identity.serve(good, true);

            program.awaitReady();
            await("a token is taken").atMost(PATIENCE).until(() -> readAsPpm(program) == 200);
        }
    }

    @Test
    void into_a_topic_with_too_few_partitions_it_sends_nothing_until_there_is_a_right_one() throws Exception {
        var portfolio = Neighbours.of("portfolio");
        var topic = portfolio.prefix() + "c3po.portfolio.v1";
        renew(topic, 3);
        try (var program = Program.start("portfolio-service", portfolio.settings())) {
            says(program, "relay", "UNFIT_TOPIC");
            program.awaitUnready();
            assertTrue(program.log().contains(topic + " has 3 partitions and needs 6"), program::log);
            // Nobody is sent here any more; whoever was on the way is served, and what is written waits.
            var written = Writing.at(program).one("Written meanwhile");

            renew(topic, KafkaFixture.PARTITIONS);

            program.awaitReady();
            await("what was written is told").atMost(PATIENCE).until(() -> outbox(portfolio) == 0);
            assertEquals(200, Writing.at(program).read(written));
        }
    }

    private static void says(Program program, String check, String word) {
        await("%s says %s".formatted(check, word))
                .atMost(PATIENCE)
                .until(() -> program.check(check).contains(word));
    }

    private static int readAsPpm(Program program) throws Exception {
        return program.send("GET", "/v1/initiatives", Tokens.as("ppm").bearer(), "")
                .statusCode();
    }

    private static long outbox(Neighbours neighbours) throws Exception {
        try (var connection = neighbours.database().asOwner();
                var row = connection.createStatement().executeQuery("select count(*) from outbox")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static int brokerPort() {
        return Integer.parseInt(Infra.kafka().bootstrap().split(":")[1]);
    }

    /** Deleting takes its time: until then the name is taken. */
    private static void renew(String topic, int partitions) throws Exception {
        try (var admin = Infra.kafka().admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
            await(topic + " is made anew").atMost(PATIENCE).until(() -> {
                try {
                    admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.of((short) 1))))
                            .all()
                            .get();
                    return true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof TopicExistsException) {
                        return false;
                    }
                    throw e;
                }
            });
        }
    }
}
