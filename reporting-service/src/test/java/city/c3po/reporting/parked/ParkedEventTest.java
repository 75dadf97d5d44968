package city.c3po.reporting.parked;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Portfolio;
import city.c3po.testing.Database;
import city.c3po.testing.Infra;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class ParkedEventTest {
    private static final String PATH = "/v1/reporting-parked-events";
    private Portfolio portfolio;

    @BeforeEach
    void open() throws SQLException {
        portfolio = new Portfolio();
        sql("delete from inbox_waiting");
        sql("delete from outbox_parked");
    }

    @AfterEach
    void close() {
        portfolio.close();
    }

    @Test
    void poisonIsListedWithItsReasonAndWhatWaitsBehindIt() {
        portfolio.send(portfolio.event("a", 1).state("[]"), portfolio.event("a", 2), portfolio.event("b", 1));
        awaitWaiting(2);

        operator()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("items[0].kind", equalTo("PARKED"))
                .body("items[0].topic", equalTo("c3po.portfolio.v1"))
                .body("items[0].aggregateType", equalTo(portfolio.type))
                .body("items[0].aggregateId", equalTo("a"))
                .body("items[0].version", equalTo(1))
                .body("items[0].error", equalTo("state is no object"))
                .body("items[1].kind", equalTo("HELD"))
                .body("items[1].version", equalTo(2))
                .body("items[1].error", nullValue());
        portfolio.awaitLines(2);
        assertEquals(
                1,
                Portfolio.count(
                        "select count(*) from change where op = 'gap' and subject_type = '" + portfolio.type + "'"));
    }

    @Test
    void theListHasPages() {
        portfolio.send(portfolio.event("a", 2), portfolio.event("a", 3), portfolio.event("a", 4));
        awaitWaiting(3);

        var first = operator()
                .get(PATH + "?limit=2&count=true")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(2, first.getList("items").size());
        assertEquals(3, first.getInt("total"));
        operator()
                .get(first.getString("next"))
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("next", nullValue());
    }

    @Test
    void aReplayThatCannotSucceedSaysWhy() {
        portfolio.send(portfolio.event("a", 1).state("[]"), portfolio.event("a", 2));
        awaitWaiting(2);

        replay(idOf("PARKED"))
                .statusCode(409)
                .body("code", equalTo("still-cannot-be-taken"))
                .body("error", equalTo("state is no object"));
        replay(idOf("HELD")).statusCode(409).body("code", equalTo("behind-another"));
        replay(UUID.randomUUID().toString()).statusCode(404);
        assertEquals(2, Portfolio.count("select count(*) from inbox_waiting"));
    }

    @Test
    void aReplayAfterTheCauseIsMendedTakesAllThatWaited() throws SQLException {
        portfolio.send(portfolio.event("a", 1).state("[]"), portfolio.event("a", 2), portfolio.event("a", 3));
        awaitWaiting(3);
        // mended, as a repaired consumer would be: it now reads what it could not
        sql(
                "update inbox_waiting set record_value = convert_to(replace(convert_from(record_value, 'UTF8'), '\"state\":[]', '\"state\":{}'), 'UTF8')");

        replay(idOf("PARKED")).statusCode(200).body("outcome", equalTo("TAKEN"));

        assertEquals(0, Portfolio.count("select count(*) from inbox_waiting"));
        assertEquals(
                3, Portfolio.count("select version from subject where type = '" + portfolio.type + "' and id = 'a'"));
        assertEquals(
                1,
                Portfolio.count("select count(*) from change where op = 'gapResolved' and subject_type = '"
                        + portfolio.type + "'"));
    }

    @Test
    void aRecordThatNamesNobodyIsListedToo() {
        portfolio.sendRaw("x", Map.of("other", "header"), "not even JSON");
        awaitWaiting(1);

        operator()
                .get(PATH)
                .then()
                .body("items[0].kind", equalTo("PARKED"))
                .body("items[0].aggregateId", nullValue())
                .body("items[0].error", equalTo("no header ce_type"));
        replay(idOf("PARKED")).statusCode(409);
    }

    @Test
    void poisonIsCopiedToTheDeadLetterTopicAsItCame() {
        var headers = new HashMap<>(Portfolio.headers(portfolio.event("a", 1)));
        portfolio.sendRaw("a", headers, "{ broken");

        var copy = awaitDeadLetter(headers.get("id"));

        assertEquals("{ broken", new String(copy.value(), StandardCharsets.UTF_8));
        assertEquals("a", copy.key());
        assertTrue(header(copy, "dlq_error").startsWith("data cannot be read"));
        assertEquals("reporting", header(copy, "dlq_consumer"));
        headers.forEach((name, value) -> assertEquals(value, header(copy, "ce_" + name)));
    }

    @Test
    void whatThisServiceCannotSendIsListedAndQueuedAgain() throws SQLException {
        sql("insert into outbox_parked values ('c3po.reporting.v1', 'report', 'r1', 'too large', now())");

        operator()
                .get(PATH)
                .then()
                .body("items[0].kind", equalTo("UNSENT"))
                .body("items[0].error", equalTo("too large"));
        replay(idOf("UNSENT")).statusCode(200).body("outcome", equalTo("QUEUED"));

        assertEquals(0, Portfolio.count("select count(*) from outbox_parked"));
    }

    @Test
    void onlyOperatorsDoThis() {
        for (var person : List.of("ppm", "policy-admin", "auditor")) {
            given().header("Authorization", Tokens.as(person).bearer())
                    .get(PATH)
                    .then()
                    .statusCode(403);
        }
        given().get(PATH).then().statusCode(401);
    }

    private static RequestSpecification operator() {
        return given().urlEncodingEnabled(false)
                .header("Authorization", Tokens.as("operator").bearer());
    }

    private static ValidatableResponse replay(String id) {
        return operator().post(PATH + "/" + id + "/replay").then();
    }

    private static String idOf(String kind) {
        return operator().get(PATH).jsonPath().getString("items.find { it.kind == '" + kind + "' }.id");
    }

    private static void awaitWaiting(long number) {
        Portfolio.await(number + " wait", () -> Portfolio.count("select count(*) from inbox_waiting") == number);
    }

    private ConsumerRecord<String, byte[]> awaitDeadLetter(String id) {
        var topic = ConfigProvider.getConfig().getValue("c3po.topic.prefix", String.class) + "c3po.portfolio.v1.dlq";
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", Infra.kafka().bootstrap(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            Portfolio.await("the copy", () -> {
                consumer.poll(Duration.ofMillis(50)).forEach(record -> {
                    if (header(record, "ce_id").equals(id)) {
                        found.add(record);
                    }
                });
                return !found.isEmpty();
            });
            return found.getFirst();
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void sql(String sql) throws SQLException {
        try (var connection = Database.current().asOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
