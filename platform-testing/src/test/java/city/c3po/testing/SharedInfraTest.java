package city.c3po.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra.Server;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SharedInfraTest {
    @WithInfra(value = "gateway", needs = Server.IDENTITY)
    private static final class Door {}

    @WithInfra(value = "reporting", consumes = "portfolio")
    private static final class Reporting {}

    @Test
    void who_needs_only_tokens_gets_no_database_and_no_broker() {
        var config = configOf(Door.class);
        assertEquals(Infra.issuer(), config.get("quarkus.oidc.auth-server-url"));
        assertFalse(
                config.keySet().stream().anyMatch(key -> key.contains("jdbc") || key.contains("kafka")),
                config::toString);
    }

    @Test
    void a_consumer_finds_its_own_topic_and_those_it_reads() throws Exception {
        var prefix = configOf(Reporting.class).get("c3po.topic.prefix");
        try (var admin = Infra.kafka().admin()) {
            var topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(prefix))
                    .map(topic -> topic.substring(prefix.length()))
                    .collect(Collectors.toSet());
            assertEquals(
                    Set.of("c3po.reporting.v1", "c3po.reporting.v1.dlq", "c3po.portfolio.v1", "c3po.portfolio.v1.dlq"),
                    topics);
        }
    }

    @Test
    void the_database_is_gone_when_the_tests_are_over() throws SQLException {
        var infra = infraOf(Reporting.class);
        var config = infra.start();
        var url = config.get("quarkus.datasource.jdbc.url");
        try (var connection = DriverManager.getConnection(
                url, config.get("quarkus.datasource.username"), config.get("quarkus.datasource.password"))) {
            assertTrue(connection.isValid(10));
        }

        infra.stop();

        var gone = assertThrows(SQLException.class, () -> DriverManager.getConnection(url, "postgres", ""));
        assertEquals("3D000", gone.getSQLState());
    }

    private static Map<String, String> configOf(Class<?> test) {
        var infra = infraOf(test);
        try {
            return infra.start();
        } finally {
            infra.stop();
        }
    }

    private static SharedInfra infraOf(Class<?> test) {
        var infra = new SharedInfra();
        infra.init(test.getAnnotation(WithInfra.class));
        return infra;
    }
}
