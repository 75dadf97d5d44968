package city.c3po.platform.web;

import static city.c3po.platform.note.NoteApi.submitter;
import static city.c3po.platform.web.Shape.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
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
