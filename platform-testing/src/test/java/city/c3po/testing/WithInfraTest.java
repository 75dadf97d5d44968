package city.c3po.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithInfra(value = "portfolio", cabled = true)
class WithInfraTest {
    @Path("/infra")
    public static class InfraResource {
        private final DataSource database;
        private final String prefix;

        @Inject
        public InfraResource(DataSource database, @ConfigProperty(name = "c3po.topic.prefix") String prefix) {
            this.database = database;
            this.prefix = prefix;
        }

        @GET
        @Path("/prefix")
        @PermitAll
        public String prefix() {
            return prefix;
        }

        @GET
        @Path("/user")
        @RolesAllowed("submitter")
        public String user() throws SQLException {
            try (var connection = database.getConnection();
                    var rows = connection.createStatement().executeQuery("select user || ' ' || current_database()")) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @Test
    void the_service_runs_as_the_application_role_in_the_current_database() {
        given().header("Authorization", Tokens.as("submitter").bearer())
                .get("/infra/user")
                .then()
                .statusCode(200)
                .body(equalTo("portfolio_app " + Database.current().name()));
    }

    @Test
    void another_role_is_forbidden() {
        given().header("Authorization", Tokens.as("clerk").bearer())
                .get("/infra/user")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("city.c3po.testing.TokensTest#bad")
    void a_bad_token_is_refused(String what, Tokens bad) {
        given().header("Authorization", bad.bearer()).get("/infra/user").then().statusCode(401);
    }

    @Test
    void topics_have_a_prefix_of_their_own() {
        given().get("/infra/prefix").then().statusCode(200).body(startsWith("run-"));
    }

    @Test
    void the_cable_between_service_and_database_can_be_cut() {
        Cable.postgres().cut();
        try {
            assertEquals(500, status());
        } finally {
            Cable.postgres().restore();
        }
        assertEquals(200, status());
    }

    @Test
    void the_cable_between_service_and_broker_can_be_cut() throws Exception {
        var config = ConfigProvider.getConfig();
        var topic = config.getValue("c3po.topic.prefix", String.class) + "c3po.portfolio.v1";
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", config.getValue("kafka.bootstrap.servers", String.class),
                "delivery.timeout.ms", 3000,
                "request.timeout.ms", 1000,
                "linger.ms", 0);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "before")).get(30, TimeUnit.SECONDS);

            Cable.kafka().cut();

            try {
                var lost = producer.send(new ProducerRecord<>(topic, "cut off"));
                assertThrows(ExecutionException.class, () -> lost.get(30, TimeUnit.SECONDS));
            } finally {
                Cable.kafka().restore();
            }
            assertTrue(producer.send(new ProducerRecord<>(topic, "after"))
                    .get(30, TimeUnit.SECONDS)
                    .hasOffset());
        }
    }

    private static int status() {
        return given().header("Authorization", Tokens.as("submitter").bearer())
                .get("/infra/user")
                .statusCode();
    }
}
