package city.c3po.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class InfraTest {
    @Test
    void the_server_is_postgresql_18() throws SQLException {
        var database = Infra.postgres().freshDatabase("portfolio");
        try (var connection = database.asSuperuser()) {
            assertTrue(text(connection, "show server_version").startsWith("18"));
        }
    }

    @Test
    void every_database_is_a_new_one() {
        var first = Infra.postgres().freshDatabase("portfolio");
        var second = Infra.postgres().freshDatabase("portfolio");
        assertNotEquals(first.name(), second.name());
    }

    @Test
    void the_owner_makes_tables_and_the_application_may_not() throws SQLException {
        var database = Infra.postgres().freshDatabase("portfolio");
        try (var owner = database.asOwner();
                var app = database.asApp()) {
            owner.createStatement().execute("create table house (id int)");
            var refused =
                    assertThrows(SQLException.class, () -> app.createStatement().execute("create table shed (id int)"));
            assertEquals("42501", refused.getSQLState());
            var unseen =
                    assertThrows(SQLException.class, () -> app.createStatement().executeQuery("select * from house"));
            assertEquals("42501", unseen.getSQLState());
        }
    }

    @Test
    void the_application_sees_the_transactions_of_other_roles() throws SQLException {
        var database = Infra.postgres().freshDatabase("portfolio");
        try (var owner = database.asOwner();
                var app = database.asApp()) {
            owner.setAutoCommit(false);
            text(owner, "select pg_current_xact_id()::text");
            assertEquals("1", text(app, """
                            select count(*) from pg_stat_activity
                            where datname = current_database() and usename = 'portfolio_owner'
                              and backend_xid is not null and xact_start is not null"""));
        }
    }

    @Test
    void a_stranger_may_not_connect() throws SQLException {
        var database = Infra.postgres().freshDatabase("portfolio");
        Infra.postgres().freshDatabase("reporting");
        try (var superuser = database.asSuperuser()) {
            assertEquals(
                    "f",
                    text(superuser, "select has_database_privilege('reporting_app', current_database(), 'connect')"));
        }
    }

    @Test
    void topics_have_six_partitions_and_take_records() throws Exception {
        var prefix = KafkaFixture.freshPrefix();
        Infra.kafka().createTopicsOf(prefix, List.of("portfolio"));
        var topic = prefix + "c3po.portfolio.v1";
        try (var admin = Infra.kafka().admin();
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", Infra.kafka().bootstrap()),
                        new StringSerializer(),
                        new StringSerializer())) {
            var described = admin.describeTopics(List.of(topic, topic + ".dlq")).allTopicNames();
            assertEquals(
                    KafkaFixture.PARTITIONS,
                    described.get().get(topic).partitions().size());
            assertEquals(
                    0,
                    producer.send(new ProducerRecord<>(topic, 3, "key", "value"))
                            .get(30, TimeUnit.SECONDS)
                            .offset());
        }
    }

    @Test
    void the_broker_makes_no_topic_by_itself() throws Exception {
        var topic = KafkaFixture.freshPrefix() + "nobody.made.this";
        try (var admin = Infra.kafka().admin();
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", Infra.kafka().bootstrap(), "max.block.ms", "1000"),
                        new StringSerializer(),
                        new StringSerializer())) {
            assertThrows(
                    Exception.class,
                    () -> producer.send(new ProducerRecord<>(topic, "value")).get());
            assertFalse(admin.listTopics().names().get().contains(topic));
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
