package city.c3po.audit;

import static city.c3po.audit.Http.AUDITOR;
import static city.c3po.audit.Http.AUDITOR_2;
import static city.c3po.audit.Http.CLERK;
import static city.c3po.audit.Http.HEAD;
import static city.c3po.audit.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.verb;
import static city.c3po.testing.http.Requests.verbAt;

import city.c3po.testing.Database;
import city.c3po.testing.Infra;
import city.c3po.testing.Tokens;
import city.c3po.testing.http.Requests;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The rest of the city: what other services tell, and records with a life of their own. */
public final class City {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final String ACCESS =
            "{\"classification\":\"INTERNAL\",\"departments\":[],\"people\":[],\"vendor\":null,\"bodies\":[],\"sources\":[]}";
    private static boolean headed;

    private City() {}

    /** Public Works has its head, as portfolio tells. */
    public static synchronized void departments() {
        if (!headed) {
            tell(
                    "portfolio",
                    "department",
                    "recorded",
                    "DEP-PW",
                    1,
                    "{\"code\": \"DEP-PW\", \"name\": \"Public Works\", \"head\": \"" + HEAD.subject() + "\"}");
            await("the head", () -> count("select count(*) from known_record where id = 'DEP-PW'") == 1);
            headed = true;
        }
    }

    public static Response audit() {
        return expect(201, post(AUDITOR, "/v1/audits", """
                        {"title": "Technology Deployments Audit", "code": "%s", "issuerKind": "CITY_AUDITOR",
                         "body": "city-auditor", "issued": "2019-11-01", "scope": "How can we improve our deployment success?"}""".formatted(
                        "A-" + UUID.randomUUID().toString().substring(0, 13))));
    }

    public static Response finding(Response audit, boolean confidential) {
        return expect(
                201,
                post(
                        AUDITOR,
                        hrefOf(audit) + "/findings",
                        "{\"title\": \"Passwords are shared\", \"condition\": \"They are\", \"confidential\": %s}"
                                .formatted(confidential)));
    }

    /** Led by Public Works, supported by the Library. */
    public static Response recommendation(Response finding, String more) {
        return expect(201, post(AUDITOR, "/v1/recommendations", """
                        {"finding": "%s", "title": "Give everybody a password", "area": "Security", "leadDepartment": "DEP-PW",
                         "supportingDepartments": ["DEP-LIB"]%s}""".formatted(
                        finding.jsonPath().getString("id"), more)));
    }

    public static Response recommendation() {
        return recommendation(finding(audit(), false), "");
    }

    /** To Public Works, at a meeting of the body whose clerk it is. */
    public static Response direction() {
        return expect(201, post(CLERK, "/v1/directions", """
                        {"body": "smart-cities-committee", "meetingDate": "2026-02-04", "agendaItem": "d(2)", "matterFile": "CC 26-113",
                         "text": "Come back with the ten measures", "department": "DEP-PW", "due": "2027-06-30"}"""));
    }

    /** By the department, as a link. */
    public static Response evidence(Response recommendation, String... elements) {
        return expect(201, post(SUBMITTER, hrefOf(recommendation) + "/evidence", """
                        {"title": "The policy", "kind": "LINK", "elements": ["%s"], "link": "https://city.example/policy",
                         "sha256": "%s"}""".formatted(
                        String.join("\", \"", elements), "a".repeat(64))));
    }

    /** As far as the department comes by itself: everything but the claim. */
    public static Response nearlyImplemented(Response recommendation) {
        var planned = expect(200, verb(SUBMITTER, fresh(recommendation), "plan"));
        var started = expect(200, verb(SUBMITTER, planned, "start"));
        return expect(200, verb(SUBMITTER, started, "near-completion"));
    }

    public static Response claimed(Response recommendation) {
        departments();
        var near = nearlyImplemented(recommendation);
        var signed = expect(200, verb(HEAD, near, "sign-off"));
        return expect(200, verb(SUBMITTER, signed, "claim"));
    }

    /** By the second auditor, who had no hand in it. */
    public static Response accept(Response recommendation, Response evidence, String... elements) {
        var started = expect(201, post(AUDITOR_2, hrefOf(recommendation) + "/verifications", "{}"));
        return expect(
                200,
                verb(
                        AUDITOR_2,
                        started,
                        "accept",
                        "{\"elements\": [\"%s\"], \"evidence\": [{\"evidence\": \"%s\", \"revision\": 1}], \"comment\": \"Seen\"}"
                                .formatted(
                                        String.join("\", \"", elements),
                                        evidence.jsonPath().getString("id"))));
    }

    public static Response implemented() {
        var recommendation = recommendation();
        var evidence = evidence(recommendation, "E1");
        claimed(recommendation);
        accept(recommendation, evidence, "E1");
        return fresh(recommendation);
    }

    public static Response fresh(Response seen) {
        return expect(200, get(AUDITOR, hrefOf(seen)));
    }

    public static Response verbOn(Tokens by, Response seen, String verb, String body) {
        return verbAt(by, fresh(seen), hrefOf(seen) + "/" + verb, body);
    }

    public static Response putOn(Tokens by, Response seen, String part, String body) {
        return Requests.put(by, hrefOf(seen) + "/" + part, fresh(seen).header("ETag"), body);
    }

    public static void tell(String source, String aggregate, String fact, String id, long version, String state) {
        var topic = ConfigProvider.getConfig().getValue("c3po.topic.prefix", String.class) + "c3po." + source + ".v1";
        var data = "{\"fact\":{},\"state\":" + state + ",\"access\":" + ACCESS + "}";
        var message = new ProducerRecord<>(topic, 0, id, data.getBytes(StandardCharsets.UTF_8));
        headers(source, aggregate, fact, id, version)
                .forEach((name, text) -> message.headers().add("ce_" + name, text.getBytes(StandardCharsets.UTF_8)));
        Others.PRODUCER.send(message);
        Others.PRODUCER.flush();
    }

    /** One for all tests: to open another takes longer than to send. */
    private static final class Others {
        private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
                Map.of("bootstrap.servers", Infra.kafka().bootstrap(), "linger.ms", 0, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static Map<String, String> headers(String source, String aggregate, String fact, String id, long version) {
        var headers = new HashMap<String, String>();
        headers.put("id", UUID.randomUUID().toString());
        headers.put("source", "/services/" + source);
        headers.put("type", "city.c3po." + aggregate + "." + fact + ".v1");
        headers.put("subject", id);
        headers.put("sequence", "%020d".formatted(version));
        headers.put("time", "2026-01-05T17:00:00Z");
        headers.put("recordedtime", "2026-01-05T17:00:00Z");
        headers.put("epoch", "1");
        headers.put("authid", "anna");
        return headers;
    }

    public static long count(String sql) {
        try (var connection = Database.current().asApp();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    public static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + BOUND + ": " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
