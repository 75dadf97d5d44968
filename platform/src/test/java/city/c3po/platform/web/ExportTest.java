package city.c3po.platform.web;

import static city.c3po.platform.note.NoteApi.submitter;
import static city.c3po.platform.web.Shape.problem;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.Cable;
import city.c3po.testing.Database;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of a list that is larger than the memory. */
@QuarkusTest
@WithInfra(value = "platformtest", cabled = true)
class ExportTest {
    private static final int ROWS = 200_000;
    /** Times the rows, this is more than the memory of the test JVM. */
    private static final int TEXT = 6_000;

    @ConfigProperty(name = "c3po.streams.max")
    int mostStreams;

    @BeforeEach
    void fill() throws SQLException {
        try (var connection = Database.current().asOwner();
                var sql = connection.createStatement()) {
            if (sql.executeQuery("select from note").next()) {
                return;
            }
            sql.execute("""
                    insert into note (id, number, title, text, state, author, confidential, created_at, version, access)
                    select gen_random_uuid(), 'N-' || n, 'Row ' || n, repeat('x', %d), 'OPEN', 'nobody', false,
                           timestamptz '2026-03-01Z' + n * interval '1 second', 1,
                           '{"classification": "INTERNAL", "departments": [], "people": [], "vendor": null, "bodies": [], "sources": []}'
                    from generate_series(1, %d) n""".formatted(TEXT, ROWS));
            sql.execute("analyze note");
        }
    }

    @Test
    void a_list_larger_than_the_memory_arrives_whole() throws IOException, InterruptedException {
        assertTrue((long) ROWS * TEXT > Runtime.getRuntime().maxMemory(), "it would fit into the memory");

        var answer = open("application/x-ndjson");

        assertEquals(200, answer.statusCode());
        assertEquals(ROWS, lines(answer.body()));
    }

    @Test
    void what_breaks_off_does_not_look_complete() throws IOException, InterruptedException {
        var answer = open("text/csv");
        try (var body = answer.body()) {
            body.readNBytes(TEXT);
            Cable.postgres().cut();

            assertThrows(IOException.class, () -> lines(body));
        } finally {
            Cable.postgres().restore();
        }
    }

    @Test
    void readers_who_do_not_read_hold_a_place_but_no_connection() throws IOException, SQLException {
        var stalled = new ArrayList<Socket>();
        try {
            while (stalled.size() < mostStreams) {
                stalled.add(stalledReader());
            }
            await().until(() -> submitter()
                            .accept("text/csv")
                            .get("/v1/notes?on=1999-01-01")
                            .statusCode()
                    == 429);

            problem(submitter().accept("text/csv").get("/v1/notes?on=1999-01-01"), 429, "too-many-requests")
                    .header("Retry-After", "5");
            submitter().get("/v1/notes?limit=1").then().statusCode(200);
            await().until(() -> openTransactions() == 0);
        } finally {
            for (var socket : stalled) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> submitter()
                                .accept("text/csv")
                                .get("/v1/notes?on=1999-01-01")
                                .statusCode()
                        == 200);
    }

    /** One more reader where one was refused, as by a connection that another test had cut. */
    private static boolean placesAreTaken(List<Socket> stalled) throws IOException {
        int st = submitter().accept("text/csv").get("/v1/notes?on=1999-01-01").statusCode();
        System.err.println("PROBE " + st + " " + stalled.size());
        if (st == 429) {
            return true;
        }
        stalled.add(stalledReader());
        return false;
    }

    private static HttpResponse<InputStream> open(String type) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/notes"))
                .header("Authorization", Tokens.as("submitter").bearer())
                .header("Accept", type)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private static long lines(InputStream body) throws IOException {
        long lines = 0;
        var buffer = new byte[64 * 1024];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            for (int i = 0; i < n; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
        }
        return lines;
    }

    /** Asks for everything and takes nothing. */
    private static Socket stalledReader() throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream()
                .write(("GET /v1/notes HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson\r\nAuthorization: "
                                + Tokens.as("submitter").bearer() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static long openTransactions() throws SQLException {
        try (var connection = Database.current().asSuperuser();
                var row = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and usename = 'platformtest_app' and state = 'idle in transaction'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
