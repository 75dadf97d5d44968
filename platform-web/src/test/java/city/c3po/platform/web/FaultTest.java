package city.c3po.platform.web;

import static city.c3po.platform.note.NoteApi.submitter;
import static city.c3po.platform.web.Shape.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.Database;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithInfra("platformtest")
class FaultTest {
    private static final String TRACE_PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @ParameterizedTest
    @ValueSource(strings = {"bug", "error", "sql", "unforeseen"})
    void a_fault_of_ours_is_500_and_tells_nothing_internal(String kind) {
        problem(fault(kind), 500, "internal-error")
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")))
                .body(not(containsString("select")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlock", "serialization", "lock-timeout"})
    void what_passes_by_itself_is_503_with_the_seconds_to_wait(String kind) {
        problem(fault(kind), 503, "temporarily-unavailable")
                .header("Retry-After", "5")
                .body(not(containsString("secret")));
    }

    @Test
    void a_query_that_the_database_ends_is_503() throws Exception {
        try (var client = Executors.newSingleThreadExecutor()) {
            var answer = client.submit(() -> fault("sleep"));
            Awaitility.await().until(() -> cancelled("select pg_sleep(60)"));
            problem(answer.get(), 503, "temporarily-unavailable");
        }
    }

    @Test
    void a_stale_login_is_401_with_its_challenge() {
        problem(fault("step-up"), 401, "fresh-login")
                .header("WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\"");
    }

    @Test
    void what_is_gone_is_410_and_what_is_behind_is_409() {
        problem(fault("gone"), 410, "lost-for-good").body("goOn", is("/v1/notes"));
        problem(fault("behind"), 409, "not-yet-here").header("Retry-After", "3");
    }

    @Test
    void statuses_of_the_framework_keep_their_meaning() {
        problem(fault("busy"), 429, "too-many-requests").header("Retry-After", "1");
        problem(fault("teapot"), 400, "bad-request");
    }

    @Test
    void a_caller_who_leaves_in_mid_body_is_no_error_in_the_log() throws Exception {
        var lines = new LinkedBlockingQueue<LogRecord>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger(Problems.class.getName());
        var usually = log.getLevel();
        log.setLevel(Level.ALL);
        log.addHandler(listener);
        try {
            leaveInMidBody();
            var line = lines.poll(20, TimeUnit.SECONDS);
            assertNotNull(line, "nobody noticed that the caller left");
            assertTrue(line.getLevel().intValue() < Level.INFO.intValue(), "level " + line.getLevel());
            assertNull(line.getThrown());
        } finally {
            log.removeHandler(listener);
            log.setLevel(usually);
        }
    }

    @Test
    void log_lines_of_a_request_carry_its_ids_on_its_virtual_thread() throws ExecutionException, InterruptedException {
        try (var clients = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, 40)
                    .mapToObj(n -> clients.submit(() -> {
                        var id = UUID.randomUUID().toString();
                        submitter()
                                .header("X-Request-Id", id)
                                .header("traceparent", TRACE_PARENT)
                                .get("/v1/faults/context")
                                .then()
                                .statusCode(200)
                                .header("X-Request-Id", id)
                                .body("thread", equalTo("true"))
                                .body("requestId", equalTo(id))
                                .body("traceParent", equalTo(TRACE_PARENT));
                    }))
                    .toList();
            for (var answer : answers) {
                answer.get();
            }
        }
    }

    @Test
    void an_id_that_could_break_a_log_line_is_replaced() {
        submitter()
                .header("X-Request-Id", "a b{c}")
                .header("traceparent", "00-00000000000000000000000000000000-b7ad6b7169203331-01")
                .get("/v1/faults/context")
                .then()
                .statusCode(200)
                .body("requestId", not(equalTo("a b{c}")))
                .body("traceParent", equalTo("null"));
    }

    @Test
    void the_journal_keeps_the_trace_of_the_request() throws SQLException {
        String href = submitter()
                .header("traceparent", TRACE_PARENT)
                .contentType("application/json")
                .body("{\"title\": \"Traced\", \"confidential\": false}")
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("href");

        assertEquals(TRACE_PARENT, traceOf(href.substring(href.lastIndexOf('/') + 1)));
    }

    private static Response fault(String kind) {
        return submitter().get("/v1/faults/" + kind);
    }

    private static void leaveInMidBody() throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            var head =
                    "POST /v1/notes HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"title\": "
                            .formatted(Tokens.as("submitter").bearer());
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    private static boolean cancelled(String statement) throws SQLException {
        try (var connection = Database.current().asSuperuser();
                var cancel = connection.prepareStatement(
                        "select pg_cancel_backend(pid) from pg_stat_activity where query = ? and state = 'active'")) {
            cancel.setString(1, statement);
            try (var row = cancel.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static String traceOf(String id) throws SQLException {
        try (var connection = Database.current().asOwner();
                var query = connection.prepareStatement("select trace_parent from journal where aggregate_id = ?")) {
            query.setString(1, id);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
