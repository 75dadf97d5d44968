package city.c3po.platform.web;

import static city.c3po.platform.note.NoteApi.as;
import static city.c3po.platform.note.NoteApi.etag;
import static city.c3po.platform.note.NoteApi.note;
import static city.c3po.platform.note.NoteApi.submitter;
import static city.c3po.platform.web.Shape.problem;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import city.c3po.testing.Database;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra("platformtest")
class IdempotencyTest {
    @Inject
    KeptAnswers kept;

    @Inject
    Forgetting forgetting;

    private final String key = UUID.randomUUID().toString();
    private final String title = "Once " + key;

    @BeforeEach
    void forgetOtherTests() throws SQLException {
        try (var connection = Database.current().asOwner()) {
            connection.createStatement().execute("truncate idempotency");
        }
    }

    @Test
    void the_same_request_gets_the_same_bytes_and_happens_once() throws SQLException {
        var first = create(submitter(), title);
        var again = create(submitter(), title);

        assertEquals(201, first.statusCode());
        assertEquals(201, again.statusCode());
        assertArrayEquals(first.asByteArray(), again.asByteArray());
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.contentType(), again.contentType());
        assertEquals(1, notesWith(title));
    }

    @Test
    void the_same_key_with_another_body_is_422() throws SQLException {
        create(submitter(), title);

        problem(create(submitter(), title + " not"), 422, "idempotency-key-reused");
        assertEquals(0, notesWith(title + " not"));
    }

    @Test
    void another_caller_or_client_may_use_the_same_key() {
        var first = create(submitter(), title);
        var otherCaller = create(as("submitter-2"), title + " by another");
        var otherClient = create(
                given().header(
                                "Authorization",
                                Tokens.as("submitter")
                                        .claim("azp", "another-app")
                                        .bearer()),
                title + " elsewhere");

        assertEquals(201, otherCaller.statusCode());
        assertEquals(201, otherClient.statusCode());
        assertNotEquals(first.header("Location"), otherCaller.header("Location"));
        assertNotEquals(first.header("Location"), otherClient.header("Location"));
    }

    @Test
    void a_refusal_is_not_kept() throws SQLException {
        problem(create(submitter(), "SHOUTED " + key.toUpperCase()), 422, "no-shouting");

        assertEquals(201, create(submitter(), title).statusCode());
        assertEquals(1, notesWith(title));
    }

    @Test
    void a_retry_does_not_stumble_over_its_own_change() {
        var note = note(title);
        var tag = etag(note);

        var first = archive(note, tag);
        var again = archive(note, tag);

        assertEquals(200, first.statusCode());
        assertEquals(200, again.statusCode());
        assertArrayEquals(first.asByteArray(), again.asByteArray());
    }

    @Test
    void invalid_values_are_told_before_the_key_is_looked_at() {
        create(submitter(), title);

        problem(create(submitter(), " "), 422, "invalid-values");
    }

    @Test
    void a_request_under_way_is_409_and_may_be_repeated_in_a_second() throws SQLException {
        create(submitter(), title);
        try (var other = Database.current().asApp()) {
            other.setAutoCommit(false);
            lockLikeTheRequest(other);

            problem(create(submitter(), title), 409, "request-in-flight").header("Retry-After", "1");
            other.rollback();
        }
        assertEquals(201, create(submitter(), title).statusCode());
    }

    @Test
    void a_key_older_than_seven_days_is_forgotten() throws SQLException {
        var first = create(submitter(), title);
        age("6 days 23 hours");
        assertEquals(first.header("Location"), create(submitter(), title).header("Location"));
        age("7 days 1 minute");
        // The title is taken by now, so the request runs again and meets it.
        problem(create(submitter(), title), 409, "conflict");
    }

    @Test
    void what_is_forgotten_is_purged_and_the_rest_is_kept() throws SQLException {
        create(submitter(), title);
        age("8 days");
        var young = UUID.randomUUID().toString();
        submitter()
                .header("Idempotency-Key", young)
                .contentType("application/json")
                .body(body(title + " young"))
                .post("/v1/notes");

        forgetting.forget();

        assertEquals(1, rows());
    }

    @Test
    void one_replica_purges_at_a_time() throws SQLException {
        create(submitter(), title);
        age("8 days");
        try (var other = Database.current().asApp()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select pg_advisory_xact_lock(4202)");
            assertEquals(0, kept.purgeSome());
            other.rollback();
        }
        assertEquals(1, kept.purgeSome());
    }

    @Test
    void a_key_that_is_none_is_400() {
        problem(
                submitter()
                        .header("Idempotency-Key", "x".repeat(256))
                        .contentType("application/json")
                        .body(body(title))
                        .post("/v1/notes"),
                400,
                "bad-idempotency-key");
    }

    private Response create(RequestSpecification caller, String title) {
        return caller.header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body(title))
                .post("/v1/notes");
    }

    private Response archive(String note, String tag) {
        return submitter()
                .header("Idempotency-Key", key)
                .header("If-Match", tag)
                .post(note + "/archive");
    }

    private static String body(String title) {
        return "{\"title\": \"%s\", \"confidential\": false}".formatted(title);
    }

    private static void age(String interval) throws SQLException {
        try (var connection = Database.current().asOwner();
                var update = connection.prepareStatement(
                        "update idempotency set recorded_at = business_now() - ?::interval")) {
            update.setString(1, interval);
            update.executeUpdate();
        }
    }

    private static void lockLikeTheRequest(java.sql.Connection other) throws SQLException {
        other.createStatement()
                .execute(
                        "select pg_advisory_xact_lock(('x' || encode(substring(scope_sha256 from 1 for 8), 'hex'))::bit(64)::bigint)"
                                + " from idempotency order by recorded_at desc limit 1");
    }

    private static long notesWith(String title) throws SQLException {
        return count("select count(*) from note where title = '" + title + "'");
    }

    private static long rows() throws SQLException {
        return count("select count(*) from idempotency");
    }

    private static long count(String sql) throws SQLException {
        try (var connection = Database.current().asOwner();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
